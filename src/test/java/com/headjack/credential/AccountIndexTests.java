package com.headjack.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.store.SecretName;

import static org.assertj.core.api.Assertions.assertThat;

class AccountIndexTests {

	private static final SecretName CLAUDE = SecretName.of("claude");

	@TempDir
	Path folder;

	@Test
	void accountsAreThoseThatWereAddedAndNotRemoved() {
		index().add(CLAUDE.withAccount("work"));
		index().add(CLAUDE);
		index().remove(CLAUDE);
		assertThat(index().accounts()).containsExactly(new Account(new AgentId("claude"), "work"));
	}

	@Test
	void replaceForgetsWhatIsNotInTheStore() {
		index().add(CLAUDE);
		index().replace(List.of(SecretName.of("codex")));
		assertThat(index().accounts()).containsExactly(new Account(new AgentId("codex"), null));
	}

	@Test
	void fileIsForTheUserAlone() throws IOException {
		index().add(CLAUDE);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
		assertThat(file()).hasContent("claude-credential");
	}

	@Test
	void accountsWhenThereIsNoFileOrNoTextAreNone() throws IOException {
		assertThat(index().accounts()).isEmpty();
		Files.createDirectories(this.folder.resolve("state"));
		Files.write(file(), new byte[] { (byte) 0xff });
		assertThat(index().accounts()).isEmpty();
	}

	@Test
	void addWhereNothingCanBeWrittenDoesNotFail() throws IOException {
		Files.writeString(this.folder.resolve("state"), "a file");
		index().add(CLAUDE);
		assertThat(index().accounts()).isEmpty();
	}

	private Path file() {
		return this.folder.resolve("state/accounts");
	}

	private AccountIndex index() {
		return new AccountIndex(file());
	}

}
