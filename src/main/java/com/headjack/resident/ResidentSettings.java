package com.headjack.resident;

import java.time.Duration;
import java.util.Optional;

import com.headjack.configuration.Configuration;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The user's settings for the resident process.
 *
 * @param mode {@code auto}, {@code on} or {@code off}
 * @param idle how long it stays without a command
 */
record ResidentSettings(String mode, Duration idle) {

	private static final String AUTO = "auto";

	/**
	 * Reads the settings.
	 * @param host the machine; its variable {@code HJK_RESIDENT} goes before the file
	 * @return the settings
	 * @throws com.headjack.failure.HeadjackException if the configuration cannot be read
	 */
	static ResidentSettings of(HostEnvironment host) {
		Configuration file = Configuration.of(host, host.variable(KnownVariable.HEADJACK_PROFILE), "resident");
		String mode = host.variable(KnownVariable.HJK_RESIDENT).orElseGet(() -> text(file, Setting.RESIDENT_MODE));
		return new ResidentSettings(mode, Duration.ofMinutes(Long.parseLong(text(file, Setting.RESIDENT_IDLE))));
	}

	private static String text(Configuration file, Setting setting) {
		return file.find(ConfigurationKey.parse(setting.pattern()))
			.map((found) -> found.value().shown())
			.or(setting::usual)
			.orElse("");
	}

	/**
	 * Whether the user wants no such process. The variable may hold anything, such as
	 * {@code no}.
	 */
	boolean off() {
		return !forced() && !this.mode.equals(AUTO);
	}

	/**
	 * Whether the user wants the process also where it is of little use.
	 */
	boolean forced() {
		return this.mode.equals("on");
	}

}
