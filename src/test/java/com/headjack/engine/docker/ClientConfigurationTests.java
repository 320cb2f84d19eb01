package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.EngineUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientConfigurationTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"a\": |:1:6 is not valid JSON", "{~  \"a\": b~}|:2:8 is not valid JSON",
			"{}{}|:1:3 is not valid JSON", "[]|:1:1 is not a JSON object", "text|:1:1 is not valid JSON" })
	void mainWhenTheFileIsBrokenNamesTheLine(String json, String told) throws Exception {
		Path file = Files.writeString(this.folder.resolve("config.json"), json.replace('~', '\n'));
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new ClientConfiguration(this.folder).main())
			.withMessage(file + told);
	}

	@Test
	void mainWhenItIsNoFileTellsIt() throws Exception {
		Path file = Files.createDirectory(this.folder.resolve("config.json"));
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new ClientConfiguration(this.folder).main())
			.withMessage(file + " is a folder, not a file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "\ufeff" })
	void mainWhenThereIsNothingIsEmpty(String text) throws Exception {
		assertThat(new ClientConfiguration(this.folder).main()).isEmpty();
		Files.writeString(this.folder.resolve("config.json"), text);
		assertThat(new ClientConfiguration(this.folder).main()).isEmpty();
	}

	@Test
	void mainReadsTheFile() throws Exception {
		Files.writeString(this.folder.resolve("config.json"), "\ufeff{\"currentContext\": \"x\"}");
		assertThat(new ClientConfiguration(this.folder).main().orElseThrow().path("currentContext").asString())
			.isEqualTo("x");
	}

}
