package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.gitconfig.HostPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GitDeliveryTests {

	private Path home;

	private GitFolder folder;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.home = Files.createDirectories(folder.toRealPath().resolve("home"));
		this.folder = new GitFolder(folder.resolve("git"));
	}

	@Test
	void deliverCopiesFilesAndRemovesWhatIsNoLongerNamed() throws IOException {
		Files.writeString(this.home.resolve("gi"), "*.o\n");
		assertThat(deliver("core.excludesfile", "~/gi")).isEmpty();
		assertThat(this.folder.path()).isDirectoryContaining("glob:**config").isDirectoryContaining("glob:**driver.sh");
		assertThat(copy("core.excludesfile")).hasContent("*.o\n");
		deliver("core.eol", "lf");
		assertThat(copy("core.excludesfile")).doesNotExist();
	}

	@Test
	void deliverWhenNothingChangedLeavesTheFileAlone() throws IOException {
		deliver("core.eol", "lf");
		Object before = Files.readAttributes(copy("config"), "unix:ino").get("ino");
		deliver("core.eol", "lf");
		assertThat(Files.readAttributes(copy("config"), "unix:ino").get("ino")).isEqualTo(before);
	}

	@Test
	void deliverWhenAFileIsTooLargeOrNoFileTellsSo() throws IOException {
		Files.write(this.home.resolve("large"), new byte[1024 * 1024 + 1]);
		Files.createDirectory(this.home.resolve("folder"));
		assertThat(deliver("core.excludesfile", "~/large")).singleElement().asString().contains("1 MiB");
		assertThat(deliver("core.excludesfile", "~/folder")).isEmpty();
		assertThat(deliver("core.excludesfile", "~/absent")).isEmpty();
		assertThat(copy("core.excludesfile")).doesNotExist();
	}

	@Test
	void deliverCopiesHooksWithoutWhatIsHiddenOrElsewhere() throws IOException {
		Path hooks = this.home.resolve("hooks");
		Files.createDirectories(hooks.resolve("lib"));
		Path secret = Files.writeString(this.home.resolve("secret"), "CANARY");
		Path linked = Files.writeString(this.home.resolve("linked"), "#!/bin/sh\n");
		assertThat(linked.toFile().setExecutable(true)).isTrue();
		Files.writeString(hooks.resolve("lib/common.sh"), "x");
		Files.writeString(hooks.resolve(".env"), "CANARY");
		Files.createSymbolicLink(hooks.resolve("notes"), secret);
		Files.createSymbolicLink(hooks.resolve("pre-push"), linked);
		assertThat(deliver("core.hookspath", hooks.toString())).isEmpty();
		assertThat(copy("hooks/lib/common.sh")).hasContent("x");
		assertThat(copy("hooks/pre-push")).isRegularFile().isExecutable();
		assertThat(copy("hooks/notes")).doesNotExist();
		assertThat(copy("hooks/.env")).doesNotExist();
	}

	@Test
	void deliverWhenAFolderOfHooksIsTooLargeTellsSo() throws IOException {
		Path hooks = Files.createDirectories(this.home.resolve("hooks"));
		for (int i = 0; i < 201; i++) {
			Files.createFile(hooks.resolve("file" + i));
		}
		assertThat(deliver("core.hookspath", hooks.toString())).singleElement().asString().contains("do not run");
		assertThat(copy("hooks")).doesNotExist();
		assertThat(deliver("core.hookspath", "/no/such/folder")).isEmpty();
	}

	@Test
	void deliverWhenItCannotWriteFailsWithARemedy() throws IOException {
		Files.createFile(this.folder.path());
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> deliver("core.eol", "lf"))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	private List<String> deliver(String key, String value) {
		HostPlace place = new HostPlace(this.home, Path.of("/work"), Path.of("/src"), Path.of("/src/.git"), Map.of(),
				(path) -> false);
		return GitDelivery.deliver(ContainerConfiguration.of("global\0" + key + "\n" + value + "\0", place), Set.of(),
				this.folder);
	}

	private Path copy(String name) {
		return this.folder.path().resolve(name);
	}

}
