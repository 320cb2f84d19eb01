package com.headjack.gitconfig;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the host's configuration of git that a container gets.
 */
public final class ContainerConfiguration {

	private static final List<String> SIGNING = List.of("commit.gpgsign", "tag.gpgsign", "tag.forcesignannotated",
			"push.gpgsign");

	private static final Set<String> STORAGE = Set.of("core.repositoryformatversion", "core.bare", "core.worktree",
			"core.filemode", "core.symlinks", "core.ignorecase", "core.precomposeunicode", "core.logallrefupdates",
			"core.sharedrepository", "core.sparsecheckout", "core.sparsecheckoutcone", "index.sparse");

	private static final ConfigurationKey LARGE_FILES = new ConfigurationKey("filter", "lfs", "clean");

	private final HostListing host;

	private final HostPlace place;

	private final Admission admission;

	private ContainerConfiguration(HostListing host, HostPlace place) {
		this.host = host;
		this.place = place;
		this.admission = new Admission(host, place, AllowList.load());
	}

	/**
	 * Chooses from the settings of the host.
	 * @param listing what {@code git config --list --null --show-scope} prints in the
	 * working tree
	 * @param place the folders and variables of the host
	 * @return what a container gets
	 */
	public static ContainerConfiguration of(String listing, HostPlace place) {
		return new ContainerConfiguration(Identity.complete(HostListing.parse(listing), place.variables()).settled(),
				place);
	}

	/**
	 * Returns whether the configuration names who commits, or forbids git to guess.
	 * @return whether git need not be asked whom it would guess
	 */
	public boolean namesTheCommitter() {
		return (this.host.value("user.name").isPresent() && this.host.value("user.email").isPresent())
				|| this.host.on("user.useconfigonly");
	}

	/**
	 * Returns the same configuration with the committer whom git guesses.
	 * @param identity what {@code git var GIT_COMMITTER_IDENT} prints
	 * @return the configuration
	 */
	public ContainerConfiguration guessing(String identity) {
		return new ContainerConfiguration(Identity.guess(this.host, identity), this.place);
	}

	/**
	 * Returns the settings of the repository and of the working tree.
	 * @return the settings, in the order in which git reads them
	 */
	public List<ConfigurationEntry> repository() {
		return this.admission.entries(true, Set.of());
	}

	/**
	 * Returns the settings of the repository as the text of a file that git includes in
	 * another repository. What tells how the repository is stored is left out.
	 * @return the content of the file
	 */
	public String repositoryText() {
		return ConfigurationText.of(repository().stream().filter((entry) -> !tellsOfStorage(entry.key())).toList());
	}

	private static boolean tellsOfStorage(String key) {
		return key.startsWith("extensions.") || key.endsWith(".promisor") || key.endsWith(".partialclonefilter")
				|| STORAGE.contains(key.toLowerCase(Locale.ROOT));
	}

	/**
	 * Returns the settings of the machine and the user, as the text of a file.
	 * @param found the programs, of those that it needs, that the container has
	 * @return the content of the file
	 */
	public String user(Set<String> found) {
		List<ConfigurationEntry> entries = new ArrayList<>();
		if (this.host.entries()
			.stream()
			.noneMatch((entry) -> entry.key().isOf("filter", "clean", "process")
					&& "lfs".equals(entry.key().subsection()))) {
			entries.addAll(Filter.nothing(LARGE_FILES));
		}
		entries.addAll(this.admission.entries(false, found));
		return ConfigurationText.of(entries);
	}

	/**
	 * Returns the programs that filters and drivers need.
	 * @return their names
	 */
	public Set<String> programs() {
		return this.admission.programs();
	}

	/**
	 * Returns what a container needs a copy of.
	 * @return the files and folders of the host
	 */
	public List<HostCopy> copies() {
		return this.admission.copies();
	}

	/**
	 * Returns what the user has to know.
	 * @param found the programs, of those that it needs, that the container has
	 * @param attributes the text of all files of attributes
	 * @return sentences without a full stop
	 */
	public List<String> notices(Set<String> found, String attributes) {
		return Stream.of(drivers(found, attributes), hooks(), signing()).flatMap((notices) -> notices).toList();
	}

	/**
	 * Whether there is a filter or a merge driver that a container cannot run.
	 * @param found the programs, of those that it needs, that the container has
	 * @return whether one misses its program
	 */
	public boolean misses(Set<String> found) {
		return Stream
			.concat(this.admission.filters().map((filter) -> filter.missing(found)),
					this.admission.mergeDrivers().map((driver) -> driver.missing(found)))
			.anyMatch(Optional::isPresent);
	}

	private Stream<String> drivers(Set<String> found, String attributes) {
		Set<String> used = attributes.lines()
			.filter((line) -> !line.startsWith("#"))
			.flatMap((line) -> Stream.of(line.strip().split("\\s+")))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return Stream.concat(
				this.admission.filters()
					.filter((filter) -> used.contains("filter=" + filter.name()))
					.flatMap((filter) -> filter.missing(found).stream().map((program) -> filter(filter, program))),
				this.admission.mergeDrivers()
					.filter((driver) -> used.contains("merge=" + driver.name()))
					.flatMap((driver) -> driver.missing(found).stream().map((program) -> merge(driver, program))));
	}

	private static String filter(Filter filter, String program) {
		return "the filter \"%s\" needs %s, which this container does not have: git in it refuses to add changes of the filter's files"
			.formatted(filter.name(), program);
	}

	private static String merge(MergeDriver driver, String program) {
		return "the merge driver \"%s\" needs %s, which this container does not have: its files become conflicts"
			.formatted(driver.name(), program);
	}

	private Stream<String> hooks() {
		Stream<String> folder = this.host.last("core.hookspath")
			.flatMap((entry) -> new HooksFolder(this.place, entry.value()).notice())
			.stream();
		Stream<String> commands = this.host.entries()
			.stream()
			.filter((entry) -> entry.key().isOf("hook", "command"))
			.map((entry) -> "the hook \"%s\" of the configuration does not run in containers"
				.formatted(entry.key().subsection()));
		return Stream.concat(folder, commands.distinct());
	}

	private Stream<String> signing() {
		List<String> demands = SIGNING.stream().filter(this.host::on).toList();
		return demands.isEmpty() ? Stream.empty()
				: Stream.of("commits and tags in containers are not signed, in spite of "
						+ String.join(" and ", demands) + "; sign them outside");
	}

}
