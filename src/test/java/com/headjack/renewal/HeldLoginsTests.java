package com.headjack.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.host.HostPaths;

import static org.assertj.core.api.Assertions.assertThat;

class HeldLoginsTests {

	private static final Account WORK = new Account(new AgentId("codex"), "work");

	private static final Account ACME = new Account(new AgentId("codex"), "acme");

	private static final Account OTHER = new Account(new AgentId("gemini"), "work");

	@TempDir
	Path folder;

	@Test
	void renameChangesTheOwnerInEachInstanceThatHasItsLogin() {
		held("one").put(holding(WORK, LoginMethod.SUBSCRIPTION));
		held("one").put(holding(OTHER, LoginMethod.API_KEY));
		held("two").put(holding(new Account(WORK.agent(), null), LoginMethod.API_KEY));
		rename();
		assertThat(held("one").all()).containsExactly(holding(ACME, LoginMethod.SUBSCRIPTION),
				holding(OTHER, LoginMethod.API_KEY));
		assertThat(held("two").all()).extracting(Holding::owner).containsExactly(new Account(WORK.agent(), null));
	}

	@Test
	void isEmptyUntilAnInstanceHasALogin() throws IOException {
		HeldLogins logins = logins();
		assertThat(logins.isEmpty()).isTrue();
		Files.createDirectories(this.folder.resolve("sessions/one/logins"));
		assertThat(logins.isEmpty()).isTrue();
		held("two").put(holding(WORK, LoginMethod.SUBSCRIPTION));
		assertThat(logins.isEmpty()).isFalse();
	}

	@Test
	void renameWhenThereIsNoInstanceDoesNothing() {
		rename();
		assertThat(this.folder).isEmptyDirectory();
	}

	private void rename() {
		logins().rename(WORK, ACME);
	}

	private HeldLogins logins() {
		return new HeldLogins(new HostPaths(this.folder, this.folder, this.folder.resolve("sessions"), this.folder));
	}

	private Holdings held(String instance) {
		return new Holdings(this.folder.resolve("sessions").resolve(instance).resolve("logins"));
	}

	private Holding holding(Account account, LoginMethod method) {
		return new Holding(account.agent().value(), method, account.label(), this.folder.toString(), "file");
	}

}
