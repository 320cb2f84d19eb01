package com.headjack.session;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import com.headjack.configuration.Preferences;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttachSettingsTests {

	private final Map<String, Object> values = new HashMap<>();

	private AttachSettings settings() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", this.values));
		return AttachSettings.of(new Preferences(environment));
	}

	@Test
	void ofNothingIsTheSafeDefault() {
		assertThat(settings()).isEqualTo(new AttachSettings(TmuxKey.parse("C-b"), false, true, Notifications.BELL));
	}

	@ParameterizedTest
	@CsvSource({ "on,true,off,NONE", "true,no,none,NONE", "yes,OFF,bell,BELL", "off,false,all,ALL", "no,on,true,ALL" })
	void ofTakesWhatYamlMakesOfThem(String mouse, String clipboard, String notifications, Notifications expected) {
		this.values.put("attach.prefix", "C-a");
		this.values.put("attach.mouse", mouse);
		this.values.put("attach.clipboard", clipboard);
		this.values.put("attach.notifications", notifications);
		assertThat(settings()).isEqualTo(new AttachSettings(TmuxKey.parse("C-a"), mouse.matches("on|true|yes"),
				clipboard.matches("on|true|yes"), expected));
	}

	@ParameterizedTest
	@CsvSource({ "attach.prefix,b", "attach.mouse,maybe", "attach.clipboard,in", "attach.notifications,loud" })
	void ofAnotherValueNamesTheSetting(String key, String value) {
		this.values.put(key, value);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(this::settings)
			.withMessageStartingWith(key + " is \"" + value + "\"");
	}

}
