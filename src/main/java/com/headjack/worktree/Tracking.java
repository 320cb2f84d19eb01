package com.headjack.worktree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The harmless part of what a container wrote into its configuration: what the branches
 * track. Nothing of it runs a program, names an address, or changes what a user chose for
 * another branch.
 *
 * @param host the settings of the repository on the host
 * @param before what the container was given
 * @param inside the settings in the container
 */
record Tracking(GitSettings host, GitSettings before, GitSettings inside) {

	private static final List<String> KEYS = List.of("remote", "merge", "rebase");

	/**
	 * The most branches that are carried over at once: git runs for each.
	 */
	private static final int MOST = 100;

	private static final Set<String> REBASES = Set.of("true", "false", "merges");

	/**
	 * Returns what to change on the host.
	 * @param branches the branches that exist
	 * @param own the branch that the container was made for, whose tracking it may change
	 * @return the changes
	 */
	List<GitCommand> changes(List<String> branches, BranchName own) {
		Set<String> names = new LinkedHashSet<>(this.before.names("branch"));
		names.addAll(this.inside.names("branch"));
		return names.stream()
			.filter(this::changed)
			.filter((name) -> branches.contains(name) ? valid(name) && mayChange(name, own)
					: name.equals(own.value()) && !tracked(this.inside, name))
			.limit(MOST)
			.flatMap(this::changes)
			.toList();
	}

	private boolean mayChange(String name, BranchName own) {
		return name.equals(own.value()) || !tracked(this.host, name);
	}

	private boolean changed(String name) {
		return KEYS.stream().map((key) -> key(name, key)).anyMatch((key) -> !same(this.before, this.inside, key));
	}

	private boolean valid(String name) {
		Optional<String> remote = this.inside.last(key(name, "remote"));
		Optional<String> merge = this.inside.last(key(name, "merge"));
		Optional<String> rebase = this.inside.last(key(name, "rebase"));
		return remote.filter((value) -> !value.equals(".") && !this.host.names("remote").contains(value)).isEmpty()
				&& merge.filter((value) -> !isBranch(value)).isEmpty()
				&& rebase.filter((value) -> !REBASES.contains(value)).isEmpty();
	}

	private static boolean isBranch(String reference) {
		String heads = "refs/heads/";
		return reference.startsWith(heads) && BranchName.from(reference.substring(heads.length())).isPresent();
	}

	private static boolean tracked(GitSettings settings, String name) {
		return KEYS.stream().anyMatch((key) -> settings.last(key(name, key)).isPresent());
	}

	private Stream<GitCommand> changes(String name) {
		return KEYS.stream()
			.map((key) -> key(name, key))
			.filter((key) -> !same(this.host, this.inside, key))
			.map((key) -> new ConfigurationCommand.ChangeSetting(key, this.inside.last(key)));
	}

	private static boolean same(GitSettings one, GitSettings other, String key) {
		return one.last(key).equals(other.last(key));
	}

	private static String key(String branch, String name) {
		return "branch." + branch + "." + name;
	}

}
