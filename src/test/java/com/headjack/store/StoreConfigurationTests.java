package com.headjack.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import com.headjack.configuration.Preferences;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.SecretPrompt;

import static org.assertj.core.api.Assertions.assertThat;

class StoreConfigurationTests {

	@TempDir
	private Path home;

	@Test
	void storesAreOrderedAndFound() {
		try (AnnotationConfigApplicationContext context = context(OperatingSystem.LINUX)) {
			assertThat(context.getBean(StoreSelector.class).stores()).extracting(Backend::name)
				.containsSubsequence("wincred", "keychain", "secret-service", "keyctl", "file", "vault");
		}
	}

	@Test
	void selectWhenNotOnLinuxGivesFiles() {
		try (AnnotationConfigApplicationContext context = context(OperatingSystem.OTHER)) {
			RevisedStore selected = context.getBean(StoreSelector.class).select();
			assertThat(selected.name()).isEqualTo("file");
			assertThat(selected.place())
				.isEqualTo("encrypted files (%s)".formatted(this.home.resolve(".config/headjack/keyring")));
		}
	}

	private AnnotationConfigApplicationContext context(OperatingSystem operatingSystem) {
		HostEnvironment host = new HostEnvironment(operatingSystem, this.home, this.home, Map.of(), Set.of());
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(HostEnvironment.class, () -> host);
		context.registerBean(HostPaths.class, () -> HostPaths.of(host));
		context.registerBean(Preferences.class, () -> new Preferences(context.getEnvironment()));
		context.registerBean(SecretPrompt.class, () -> (question) -> Optional.empty());
		context.scan("com.headjack.store");
		context.refresh();
		return context;
	}

}
