package com.headjack.worktree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrackingTests {

	private static final BranchName OWN = BranchName.of("own");

	private static final String REMOTE = "remote.origin.url\nCANARY\0";

	private static final List<String> BRANCHES = List.of("own", "main", "other");

	@Test
	void newTrackingIsCarried() {
		assertThat(changes("", "", tracking("other", "origin", "refs/heads/x") + "branch.other.rebase\nmerges\0"))
			.containsExactly(set("branch.other.remote", "origin"), set("branch.other.merge", "refs/heads/x"),
					set("branch.other.rebase", "merges"));
		assertThat(changes("", "", tracking("own", ".", "refs/heads/main"))).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "evil,refs/heads/x,true", "https://evil,refs/heads/x,true", "ext::evil,refs/heads/x,true",
			"origin,refs/tags/x,true", "origin,refs/heads/-x,true", "origin,refs/heads/a..b,true",
			"origin,refs/heads/x,interactive", "-x,refs/heads/x,true" })
	void whatIsNotHarmlessIsNotCarried(String remote, String merge, String rebase) {
		assertThat(changes("", "", tracking("own", remote, merge) + "branch.own.rebase\n" + rebase + "\0")).isEmpty();
	}

	@Test
	void otherSettingsAreNotCarried() {
		assertThat(changes("", "", "core.pager\nevil\0branch.own.description\ntext\0branch.own.pushremote\norigin\0"
				+ "remote.evil.url\nx\0branch.none.remote\norigin\0"))
			.isEmpty();
	}

	@Test
	void trackingOfAnotherBranchIsNotChanged() {
		String host = tracking("main", "origin", "refs/heads/main");
		assertThat(changes(host, host, tracking("main", "origin", "refs/heads/evil"))).isEmpty();
		assertThat(changes(host, host, "")).isEmpty();
	}

	@Test
	void trackingOfTheOwnBranchIsChangedAndRemoved() {
		String host = tracking("own", "origin", "refs/heads/own");
		assertThat(changes(host, host, tracking("own", "origin", "refs/heads/x")))
			.containsExactly(set("branch.own.merge", "refs/heads/x"));
		assertThat(changes(host, host, "")).containsExactly(
				new ConfigurationCommand.ChangeSetting("branch.own.remote", Optional.empty()),
				new ConfigurationCommand.ChangeSetting("branch.own.merge", Optional.empty()));
	}

	@Test
	void trackingOfABranchThatIsGoneIsRemovedIfItIsTheOwnBranch() {
		String host = tracking("own", "origin", "refs/heads/own") + tracking("gone", "origin", "refs/heads/gone");
		GitSettings given = GitSettings.parse(host);
		List<GitCommand> changes = new Tracking(given, given, GitSettings.NONE).changes(List.of("main"), OWN);
		assertThat(changes).containsExactly(
				new ConfigurationCommand.ChangeSetting("branch.own.remote", Optional.empty()),
				new ConfigurationCommand.ChangeSetting("branch.own.merge", Optional.empty()));
	}

	@Test
	void trackingOfVeryManyBranchesIsCarriedForSome() {
		List<String> names = IntStream.range(0, 500).mapToObj((number) -> "q/" + number).toList();
		String inside = names.stream()
			.map((name) -> tracking(name, "origin", "refs/heads/x"))
			.collect(Collectors.joining("", "remote.origin.url\nx\0", ""));
		GitSettings host = GitSettings.parse(REMOTE);
		assertThat(new Tracking(host, GitSettings.NONE, GitSettings.parse(inside)).changes(names, OWN)).hasSize(200);
	}

	@Test
	void whatTheHostChangedMeanwhileStays() {
		String before = tracking("own", "origin", "refs/heads/own");
		assertThat(changes(tracking("own", "origin", "refs/heads/later"), before, before)).isEmpty();
	}

	private static List<GitCommand> changes(String host, String before, String inside) {
		return new Tracking(GitSettings.parse(REMOTE + host), GitSettings.parse(before), GitSettings.parse(inside))
			.changes(BRANCHES, OWN);
	}

	private static String tracking(String branch, String remote, String merge) {
		return "branch." + branch + ".remote\n" + remote + "\0branch." + branch + ".merge\n" + merge + "\0";
	}

	private static GitCommand set(String key, String value) {
		return new ConfigurationCommand.ChangeSetting(key, Optional.of(value));
	}

}
