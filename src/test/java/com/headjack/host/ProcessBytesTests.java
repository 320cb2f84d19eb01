package com.headjack.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessBytesTests {

	private static final String REPLACED = "m\ufffdller";

	@TempDir
	Path folder;

	@Test
	void argumentsWhenJavaLostNoneAreJavas() {
		assertThat(bytes().arguments(List.of("ü", ""))).containsExactly("ü", "");
	}

	@Test
	void argumentsWhenJavaLostSomeAreDecodedAgain() throws IOException {
		write("cmdline", "java\0-cp\0x\0Main\0run\0m\u00fcller\0\0");
		assertThat(bytes().arguments(List.of("run", REPLACED, ""))).containsExactly("run", "m\udcfcller", "");
	}

	@Test
	void argumentsWhenTheCharacterWasTypedKeepIt() throws IOException {
		write("cmdline", "java\0Main\0\u00ef\u00bf\u00bd\0");
		assertThat(bytes().arguments(List.of("\ufffd"))).containsExactly("\ufffd");
	}

	@Test
	void argumentsWhenTheSystemDoesNotTellTheBytesAreMarked() {
		assertThat(bytes().arguments(List.of("run", REPLACED)).get(1))
			.satisfies((word) -> assertThat(SystemText.flaw(word)).hasValue("a byte"));
	}

	@Test
	void variablesWhenJavaLostSomeAreDecodedAgain() throws IOException {
		write("environ", "A=m\u00fcller\0B=x=y\0=C\0");
		assertThat(bytes().variables(Map.of("A", REPLACED, "B", "x=y")))
			.isEqualTo(Map.of("A", "m\udcfcller", "B", "x=y"));
	}

	@Test
	void variablesWhenTheSystemDoesNotTellTheBytesAreMarked() {
		assertThat(bytes().variables(Map.of("A", REPLACED))).containsValue("m\ud800ller");
		assertThat(bytes().variables(Map.of("A", "ü"))).containsValue("ü");
	}

	@Test
	void wordsOfThisProcessAreAsTheyAre() {
		assertThat(ProgramArguments.of(List.of("run", "ü")).words()).containsExactly("run", "ü");
	}

	private ProcessBytes bytes() {
		return new ProcessBytes(this.folder);
	}

	private void write(String name, String bytes) throws IOException {
		Files.write(this.folder.resolve(name), bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

}
