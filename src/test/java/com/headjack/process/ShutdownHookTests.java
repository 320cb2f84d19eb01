package com.headjack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ShutdownHookTests {

	@TempDir
	Path folder;

	private Path undone(String... arguments) throws IOException, InterruptedException {
		Path file = this.folder.resolve("undone");
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), ShutdownHookProgram.class.getName(), file.toString()));
		words.addAll(List.of(arguments));
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(process.waitFor()).isZero();
		return file;
	}

	@Test
	void undoingIsDoneWhenTheProcessIsEnded() throws Exception {
		assertThat(undone()).exists();
	}

	@Test
	void undoingIsNotDoneOnceItIsClosed() throws Exception {
		assertThat(undone("close")).doesNotExist();
	}

	@Test
	void awaitingLetsAnOperationUndoItself() throws Exception {
		assertThat(undone("await")).exists();
	}

	@Test
	void closeInAProcessThatGoesOnUndoesNothing() {
		List<String> undone = new ArrayList<>();
		try (ShutdownHook hook = ShutdownHook.undoing(() -> undone.add("it"))) {
			assertThat(hook).isNotNull();
		}
		assertThat(undone).isEmpty();
	}

}
