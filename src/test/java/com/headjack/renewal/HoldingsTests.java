package com.headjack.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.instance.InstanceFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HoldingsTests {

	private static final AgentId CODEX = new AgentId("codex");

	private static final Holding WORK = new Holding("codex", LoginMethod.SUBSCRIPTION, "wörk/../x",
			"/home/ada/.config/headjack", "file: here");

	@TempDir
	Path folder;

	@Test
	void findGivesWhatWasPut() {
		Holdings holdings = Holdings.of(new InstanceFolder(this.folder.resolve("instance")));
		assertThat(holdings.all()).isEmpty();
		holdings.put(new Holding("codex", LoginMethod.API_KEY, "default", "ada", "file"));
		holdings.put(WORK);
		assertThat(holdings.all()).containsExactly(WORK);
		assertThat(WORK.owner()).isEqualTo(new Account(CODEX, "wörk/../x"));
		assertThat(new Holding("codex", LoginMethod.API_KEY, "default", "ada", "file").owner().name()).isNull();
	}

	@Test
	void allLeavesOutWhatIsNoRecord() throws IOException {
		Holdings holdings = new Holdings(this.folder);
		Files.writeString(this.folder.resolve("codex"), "{\"agent\":");
		Files.writeString(this.folder.resolve("Other"), "{}");
		Files.writeString(this.folder.resolve("claude"), "{}");
		Files.writeString(this.folder.resolve("opencode"),
				"{\"agent\":\"..\",\"method\":\"SUBSCRIPTION\",\"account\":\"x\"}");
		Files.createDirectory(this.folder.resolve("gemini"));
		assertThat(holdings.all()).isEmpty();
	}

	@Test
	void putWhereNothingCanBeWrittenSaysWhere() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(RenewalException.class)
			.isThrownBy(() -> new Holdings(file.resolve("logins")).put(WORK))
			.withMessageContaining("which login the container has");
	}

}
