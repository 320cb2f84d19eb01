package com.headjack.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProgramSearchTests {

	@TempDir
	Path folder;

	@Test
	void findTakesTheFirstFileThatCanBeRun() throws IOException {
		Files.createDirectories(this.folder.resolve("first/tool"));
		Files.writeString(Files.createDirectory(this.folder.resolve("second")).resolve("tool"), "");
		Path tool = tool("third");
		tool("fourth");
		assertThat(new ProgramSearch("first:second:third:fourth").find("tool", this.folder)).isEqualTo(tool.toString());
	}

	@Test
	void findWhenAFolderIsEmptyLooksWhereTheProgramIsStarted() throws IOException {
		Path tool = tool("start");
		assertThat(new ProgramSearch("/none:").find("tool", this.folder.resolve("start"))).isEqualTo(tool.toString());
	}

	@Test
	void findWhenThereIsNoPathLooksInTheSystemsFolders() {
		assertThat(new ProgramSearch(null).find("sh", this.folder)).isEqualTo("/bin/sh");
	}

	@Test
	void findWhenThereIsNoSuchProgramNamesAFileThatIsNotThere() {
		assertThat(Path.of(new ProgramSearch("/none:/none2").find("sh", this.folder))).doesNotExist();
	}

	@Test
	void prepareFindsTheProgramOfTheHost() throws Exception {
		tool("own");
		ProcessBuilder program = new ProcessBuilder("tool");
		host(this.folder.resolve("own") + ":/bin").prepare(program);
		assertThat(program.inheritIO().redirectOutput(ProcessBuilder.Redirect.PIPE).start().inputReader().readLine())
			.isEqualTo("own");
	}

	@Test
	void prepareWhenTheHostHasNoSuchProgramLetsItFail() {
		ProcessBuilder program = new ProcessBuilder("sh", "-c", "true");
		host("/none").prepare(program);
		assertThatExceptionOfType(IOException.class).isThrownBy(program::start);
	}

	@Test
	void prepareLeavesAFileAndTheProcessesOwnPathAlone() {
		ProcessBuilder file = new ProcessBuilder("/bin/sh");
		host("/none").prepare(file);
		ProcessBuilder name = new ProcessBuilder("sh");
		host(System.getenv("PATH")).prepare(name);
		assertThat(file.command()).containsExactly("/bin/sh");
		assertThat(name.command()).containsExactly("sh");
	}

	private HostEnvironment host(String path) {
		Map<String, String> variables = new HashMap<>(System.getenv());
		variables.put("PATH", path);
		return new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, variables, Set.of());
	}

	private Path tool(String name) throws IOException {
		Path tool = Files.createDirectories(this.folder.resolve(name)).resolve("tool");
		Files.writeString(tool, "#!/bin/sh\necho own\n");
		return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}
