package com.headjack.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.TestCredentials;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;
import com.headjack.renewal.Renewed.Outcome;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;

class RenewalsTests {

	private static final String FIRST = RenewalScene.login("FAKE-a", "first", 1);

	private static final String SECOND = RenewalScene.login("FAKE-a", "second", 2);

	private static final String THIRD = RenewalScene.login("FAKE-a", "third", 3);

	private static final String OTHERS = RenewalScene.login("FAKE-b", "second", 2);

	@TempDir
	Path folder;

	private RenewalScene scene;

	@BeforeEach
	void open() throws IOException {
		this.scene = new RenewalScene(this.folder);
	}

	@AfterEach
	void close() {
		this.scene.close();
	}

	@Test
	void collectOfARenewedLoginStoresIt() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		assertThat(collect(instance)).isEmpty();
		Files.writeString(this.scene.file(instance), SECOND);
		assertThat(collect(instance)).containsExactly(Outcome.STORED);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
		assertThat(this.scene.given(instance)).hasContent(SECOND);
		assertThat(collect(instance)).isEmpty();
	}

	@Test
	void collectOfALoginThatWasPutInTheLinksPlaceTakesItOffTheDisk() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Path draft = Files.writeString(this.scene.place(instance).resolveSibling("draft"), SECOND);
		Files.move(draft, this.scene.place(instance), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertThat(collect(instance)).containsExactly(Outcome.STORED);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
		assertThat(this.scene.place(instance)).isSymbolicLink().hasContent(SECOND);
		assertThat(Files.readSymbolicLink(this.scene.place(instance))).isEqualTo(this.scene.file(instance));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.scene.file(instance))))
			.isEqualTo("rw-------");
	}

	@Test
	void collectOfAnAccountLooksWhereverItIs() throws IOException {
		Instance one = this.scene.holding("feat/x", FIRST);
		this.scene.instance("feat/none");
		this.scene.holding("feat/y", FIRST);
		Files.writeString(this.scene.file(one), SECOND);
		assertThat(this.scene.renewals.collect(new Account(RenewalScene.ACCOUNT.agent(), null))).isEmpty();
		assertThat(this.scene.renewals.collect(RenewalScene.ACCOUNT))
			.extracting(Renewed::outcome, (renewed) -> renewed.instance().branch().toString())
			.containsExactly(org.assertj.core.groups.Tuple.tuple(Outcome.STORED, "feat/x"));
	}

	@Test
	void exchangeGivesTheNewestToAll() throws IOException {
		Instance one = this.scene.holding("feat/x", FIRST);
		Instance other = this.scene.holding("feat/y", FIRST);
		Files.writeString(this.scene.file(one), SECOND);
		assertThat(exchange(one, other)).containsExactly(Outcome.STORED, Outcome.GIVEN);
		assertThat(this.scene.file(other)).hasContent(SECOND);
		assertThat(this.scene.given(other)).hasContent(SECOND);
		assertThat(exchange(one, other)).isEmpty();
	}

	/**
	 * Both renewed by the same token: the later one counts, and takes the other's place.
	 */
	@Test
	void exchangeReplacesAnOlderCopy() throws IOException {
		Instance one = this.scene.holding("feat/x", FIRST);
		Instance other = this.scene.holding("feat/y", FIRST);
		Files.writeString(this.scene.file(one), THIRD);
		Files.writeString(this.scene.file(other), SECOND);
		collect(one);
		assertThat(exchange(one, other)).containsExactly(Outcome.OLDER, Outcome.GIVEN);
		assertThat(this.scene.file(other)).hasContent(THIRD);
		assertThat(this.scene.stored()).isEqualTo(THIRD);
	}

	@Test
	void exchangeReplacesNoOther() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Files.writeString(this.scene.file(instance), OTHERS);
		this.scene.store(RenewalScene.ACCOUNT, SECOND);
		assertThat(exchange(instance)).containsExactly(Outcome.ANOTHER_IDENTITY);
		assertThat(this.scene.file(instance)).hasContent(OTHERS);
	}

	@ParameterizedTest
	@EnumSource(names = { "OLDER", "ANOTHER_IDENTITY", "UNREADABLE", "LINK", "NO_FILE", "TOO_LARGE", "GONE" })
	void collectOfSomethingElseLeavesTheStoredLogin(Outcome outcome) throws Exception {
		this.scene.store(RenewalScene.ACCOUNT, SECOND);
		Instance instance = this.scene.holding("feat/x", SECOND);
		Path file = this.scene.file(instance);
		switch (outcome) {
			case OLDER -> Files.writeString(file, FIRST);
			case ANOTHER_IDENTITY -> Files.writeString(file, RenewalScene.login("FAKE-b", "third", 3));
			case UNREADABLE -> Files.writeString(file, THIRD.substring(0, THIRD.length() / 2));
			case LINK -> {
				Files.delete(file);
				Files.createSymbolicLink(file, Files.writeString(this.folder.resolve("other"), THIRD));
			}
			case NO_FILE -> {
				Files.delete(file);
				assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
			}
			case TOO_LARGE -> Files.writeString(file, THIRD + " ".repeat(256 * 1024));
			default -> Files.delete(this.scene.place(instance));
		}
		assertThat(collect(instance)).containsExactly(outcome);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
	}

	@ParameterizedTest
	@EnumSource(names = { "LINK", "NO_FILE", "TOO_LARGE" })
	void collectOfSomethingElseInTheLinksPlaceLeavesTheStoredLogin(Outcome outcome) throws Exception {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Path place = this.scene.place(instance);
		Files.delete(place);
		switch (outcome) {
			case LINK -> Files.createSymbolicLink(place, Files.writeString(this.folder.resolve("other"), THIRD));
			case NO_FILE -> assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
			default -> Files.writeString(place, THIRD + " ".repeat(256 * 1024));
		}
		assertThat(collect(instance)).containsExactly(outcome);
		assertThat(this.scene.stored()).isEqualTo(FIRST);
	}

	@Test
	void collectFromAStoppedContainerAsksNothing() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Files.writeString(this.scene.file(instance), SECOND);
		this.scene.lifecycle(new RenewalEnd(this.scene.renewals)).stop(instance, LaunchLog.SILENT);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
		Instance stopped = this.scene.instances.all().getFirst();
		assertThat(stopped.running()).isFalse();
		assertThat(collect(stopped)).isEmpty();
	}

	@Test
	void collectOfAnAccountThatWasRemovedTellsOfTheCopyAlone() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		this.scene.credentials.remove(RenewalScene.ACCOUNT);
		assertThat(exchange(instance)).isEmpty();
		Files.writeString(this.scene.file(instance), SECOND);
		assertThat(exchange(instance)).containsExactly(Renewed.Outcome.FORMER);
		assertThat(this.scene.credentials.find(RenewalScene.ACCOUNT)).isEmpty();
	}

	@Test
	void prepareForAnotherAccountTakesTheFormerLoginBack() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Files.writeString(this.scene.file(instance), SECOND);
		Account other = new Account(RenewalScene.ACCOUNT.agent(), "other");
		this.scene.store(other, OTHERS);
		assertThat(this.scene.renewals.prepare(instance, RenewalScene.CODEX, other, LoginMethod.SUBSCRIPTION))
			.extracting(Renewed::outcome)
			.containsExactly(Outcome.STORED);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
		assertThat(exchange(instance)).containsExactly(Outcome.GIVEN);
		assertThat(this.scene.file(instance)).hasContent(OTHERS);
		assertThat(this.scene.stored()).isEqualTo(SECOND);
	}

	@Test
	void exchangeLeavesAloneWhatAnotherUserGave() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		Renewals others = TestRenewals.of(this.scene.instances, this.scene.credentials, this.scene.engine,
				new HostPaths(this.folder.resolve("bob"), this.folder, this.folder, this.folder.resolve("history")));
		Files.writeString(this.scene.file(instance), SECOND);
		assertThat(others.collect(instance)).isEmpty();
		assertThat(others.give(List.of(instance))).isEmpty();
		assertThat(this.scene.stored()).isEqualTo(FIRST);
	}

	@Test
	void exchangeGivesNothingOfAnotherStore() throws IOException {
		Instance instance = this.scene.holding("feat/x", FIRST);
		CredentialRepository other = TestCredentials
			.in(new StoreSelector(List.of(new InMemorySecretStore("other", new Probe.Ready())), null));
		Renewals renewals = TestRenewals.of(this.scene.instances, other, this.scene.engine, this.scene.paths);
		RenewalScene.store(other, RenewalScene.ACCOUNT, SECOND);
		assertThat(renewals.collect(instance)).isEmpty();
		assertThat(renewals.give(List.of(instance))).isEmpty();
		assertThat(this.scene.file(instance)).hasContent(FIRST);
		Files.writeString(this.scene.file(instance), THIRD);
		assertThat(renewals.collect(instance)).extracting(Renewed::outcome).containsExactly(Outcome.STORED);
	}

	@Test
	void lineNamesTheAccountAndTheBranch() throws IOException {
		Instance instance = this.scene.instance("feat/x");
		assertThat(new Renewed(instance, RenewalScene.ACCOUNT, Outcome.STORED).line())
			.isEqualTo("the login of codex (account \"work\") was renewed in branch \"feat/x\", and is stored");
		assertThat(new Renewed(instance, new Account(RenewalScene.ACCOUNT.agent(), null), Outcome.SILENT).line())
			.isEqualTo("the login of codex may have been renewed in branch \"feat/x\", whose container did not answer");
	}

	private List<Outcome> collect(Instance instance) {
		return this.scene.renewals.collect(instance).stream().map(Renewed::outcome).toList();
	}

	private List<Outcome> exchange(Instance... instances) {
		return Stream
			.concat(this.scene.renewals.collect(List.of(instances)).stream(),
					this.scene.renewals.give(List.of(instances)).stream())
			.map(Renewed::outcome)
			.toList();
	}

}
