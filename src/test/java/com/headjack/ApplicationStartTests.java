package com.headjack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;
import com.headjack.store.Backend;
import com.headjack.store.StoreNames;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplicationStartTests {

	@TempDir
	Path home;

	@Test
	void storesAreThoseThatCompletionNames() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBean(StoreSelector.class).stores()).extracting(Backend::name)
				.as("StoreNames.ALL")
				.isEqualTo(StoreNames.ALL);
		}
	}

	@Test
	void runWhenTheConfigurationIsNotUtf8SaysSo() throws IOException {
		Path folder = Files.createDirectories(this.home.resolve(".config/headjack"));
		Files.write(folder.resolve("config.yaml"), new byte[] { 'a', ':', ' ', (byte) 0xfc });
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(this::start)
			.withMessage(folder.resolve("config.yaml") + " is not text in UTF-8: line 1, column 4 holds the byte 0xfc");
	}

	@Test
	void runWhenAVariableIsNotUtf8NamesIt() {
		Map<String, String> variables = Map.of("HEADJACK_BASE_IMAGE", "\udcfc", "HEADJACK_KEYRING_PASSWORD", "\udcfc");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> start(variables))
			.withMessage("the value of HEADJACK_BASE_IMAGE is not UTF-8");
	}

	private ConfigurableApplicationContext start() {
		return start(Map.of());
	}

	private ConfigurableApplicationContext start(Map<String, String> variables) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
		Output output = Output.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
		return new ApplicationStart(GlobalOptions.NONE, host, new Console(StandardStreams.ofProcess()), output).run();
	}

}
