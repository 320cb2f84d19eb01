package com.headjack.store.keyctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeyQuotaTests {

	@TempDir
	private Path folder;

	@Test
	void usageOfThisUserGivesNumbersAndLimits() {
		assertThat(KeyQuota.ofThisUser().usage()).matches("\\d+ of \\d+ bytes and \\d+ of \\d+ keys are used");
	}

	@Test
	void usageGivesTheLineOfTheUser() throws IOException {
		Object uid = Files.getAttribute(this.folder, "unix:uid");
		Path users = Files.writeString(this.folder.resolve("key-users"),
				"4294967: 1 1/1 1/200 1/20000\n%5s:     9 8/8 3/200 19321/20000\n".formatted(uid));
		assertThat(new KeyQuota(users, this.folder).usage())
			.isEqualTo("19321 of 20000 bytes and 3 of 200 keys are used");
	}

	@Test
	void usageWhenTheUserIsNotListedSaysThatItIsNotKnown() throws IOException {
		Path users = Files.writeString(this.folder.resolve("key-users"), "nonsense\n");
		assertThat(new KeyQuota(users, this.folder).usage()).isEqualTo("its quota is not known");
	}

	@Test
	void usageWhenThereIsNoSuchFileSaysThatItCannotBeRead() {
		assertThat(new KeyQuota(this.folder.resolve("missing"), this.folder).usage())
			.isEqualTo("its quota cannot be read");
	}

}
