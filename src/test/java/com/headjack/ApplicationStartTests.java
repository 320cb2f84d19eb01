package com.headjack;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreNames;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationStartTests {

	@TempDir
	Path home;

	@Test
	void storesAreThoseThatCompletionNames() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBean(StoreSelector.class).stores()).extracting(SecretStore::name)
				.as("StoreNames.ALL")
				.isEqualTo(StoreNames.ALL);
		}
	}

	private ConfigurableApplicationContext start() {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(), Set.of());
		Output output = Output.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
		return new ApplicationStart(GlobalOptions.NONE, host, new Console(), output).run();
	}

}
