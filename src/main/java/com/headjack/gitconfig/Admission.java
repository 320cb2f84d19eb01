package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Lets the settings of the host through, each in its way.
 */
final class Admission {

	private static final Pattern FOREIGN = Pattern.compile("(?s)\\s*!.*|/.*|~.*|[A-Za-z]:[\\\\/].*");

	/**
	 * An address that is a command.
	 */
	private static final Pattern COMMAND = Pattern.compile("(?i)ext::");

	/**
	 * An alias can set what is not allowed.
	 */
	private static final Pattern HEADER = Pattern.compile("(?i)(?s)\\s*-c\\s.*|.*(?:authorization|extraheader).*");

	private static final Pattern SWITCH = Pattern.compile("(?i)true|false|yes|no|on|off|[01]|");

	private static final Path MACHINE_ATTRIBUTES = Path.of("/etc/gitattributes");

	private static final Map<String, String> USUAL = Map.of("core.excludesfile", "ignore", "core.attributesfile",
			"attributes");

	private final HostListing host;

	private final HostPlace place;

	private final AllowList list;

	Admission(HostListing host, HostPlace place, AllowList list) {
		this.host = host;
		this.place = place;
		this.list = list;
	}

	/**
	 * Returns the settings of one level.
	 * @param repository whether the repository's settings are wanted, not the user's
	 * @param found the programs that the container surely has
	 * @return the settings
	 */
	List<ConfigurationEntry> entries(boolean repository, Set<String> found) {
		List<ConfigurationEntry> entries = new ArrayList<>();
		Set<String> filters = new HashSet<>();
		if (!repository) {
			usual().map((key) -> new ConfigurationEntry(key, ContainerFiles.path(key))).forEach(entries::add);
		}
		for (HostEntry entry : this.host.entries()) {
			if (entry.scope().repository() != repository) {
				continue;
			}
			if (entry.key().isOf("filter", "clean", "smudge", "process", "required")) {
				if (filters.add(String.valueOf(entry.key().subsection()))) {
					entries.addAll(Filter.of(this.host, entry.key()).entries(found));
				}
			}
			else {
				admit(entry).ifPresent(entries::add);
			}
		}
		return entries;
	}

	/**
	 * Returns the keys of the files that are used though no setting names them.
	 */
	private Stream<String> usual() {
		return USUAL.keySet()
			.stream()
			.filter((key) -> this.host.last(key).isEmpty())
			.filter((key) -> sources(key, usualFile(key)).stream().anyMatch(this.place.exists()))
			.sorted();
	}

	private Path usualFile(String key) {
		return this.place.configurationFolder().resolve(String.valueOf(USUAL.get(key)));
	}

	private Optional<ConfigurationEntry> admit(HostEntry entry) {
		return this.list.find(entry.key()).flatMap((treatment) -> admit(entry, treatment));
	}

	private Optional<ConfigurationEntry> admit(HostEntry entry, Treatment treatment) {
		@Nullable String value = entry.value();
		if (value == null || value.isEmpty()) {
			return Optional.of(entry.forContainer());
		}
		return switch (treatment) {
			case VALUE -> Optional.of(entry)
				.filter((any) -> !FOREIGN.matcher(value).matches() || this.place.visible(value))
				.filter((any) -> !RemoteUrl.secret(value) && !HEADER.matcher(value).matches())
				.map(HostEntry::forContainer);
			case TEXT -> Optional.of(entry).filter((any) -> !RemoteUrl.secret(value)).map(HostEntry::forContainer);
			case SWITCH ->
				Optional.of(entry).filter((any) -> SWITCH.matcher(value).matches()).map(HostEntry::forContainer);
			case URL -> url(entry, value);
			case FILE -> Optional.of(entry.with(entry.key(), file(entry, value)).forContainer());
			case HOOKS -> Optional.of(entry.with(entry.key(), new HooksFolder(this.place, value).inContainer()))
				.map(HostEntry::forContainer);
			case PROGRAM -> Optional.of(entry.with(entry.key(), program(entry.key(), value)).forContainer());
		};
	}

	/**
	 * An address that is a part of the key is not what it was without its token.
	 */
	private static Optional<ConfigurationEntry> url(HostEntry entry, String value) {
		String subsection = entry.key().subsection();
		boolean rewrites = entry.key().section().equals("url");
		if (COMMAND.matcher(value).lookingAt() || (subsection != null && RemoteUrl.secret(subsection))
				|| (rewrites && RemoteUrl.secret(value))) {
			return Optional.empty();
		}
		return Optional.of(entry.with(entry.key(), RemoteUrl.clean(value)).forContainer());
	}

	private String file(HostEntry entry, String value) {
		return outside(value) ? ContainerFiles.path(copyName(entry.scope(), entry.key().toString())) : value;
	}

	private boolean outside(@Nullable String value) {
		return value != null && (value.startsWith("/") || value.startsWith("~/")) && !this.place.visible(value);
	}

	private static String copyName(ConfigurationScope scope, String key) {
		return key + (scope.repository() ? ".repository" : "");
	}

	private static String program(ConfigurationKey key, String value) {
		ShellCommand command = new ShellCommand(value);
		String name = String.valueOf(key.subsection());
		return key.section().equals("merge") ? new MergeDriver(name, command).inContainer()
				: Wrapper.of(key.name(), name, command, "");
	}

	Stream<Filter> filters() {
		return this.host.entries()
			.stream()
			.map(HostEntry::key)
			.filter((key) -> key.isOf("filter", "clean", "smudge", "process"))
			.map((key) -> key.named("clean"))
			.distinct()
			.map((key) -> Filter.of(this.host, key));
	}

	Stream<MergeDriver> mergeDrivers() {
		return commands("merge", "driver")
			.map((entry) -> new MergeDriver(String.valueOf(entry.key().subsection()), command(entry)));
	}

	private Stream<HostEntry> commands(String section, String... names) {
		return this.host.entries()
			.stream()
			.filter((entry) -> entry.key().isOf(section, names) && entry.value() != null)
			.filter((entry) -> this.host.last(entry.key()).filter(entry::equals).isPresent());
	}

	private static ShellCommand command(HostEntry entry) {
		return new ShellCommand(String.valueOf(entry.value()));
	}

	Set<String> programs() {
		Set<String> programs = new LinkedHashSet<>();
		filters().flatMap(Filter::programs).forEach(programs::add);
		mergeDrivers().flatMap((driver) -> driver.command().programs().stream()).forEach(programs::add);
		return programs;
	}

	/**
	 * Returns what a container needs a copy of.
	 */
	List<HostCopy> copies() {
		Map<String, HostCopy> copies = new LinkedHashMap<>();
		usual().forEach((key) -> put(copies, key, usualFile(key)));
		this.host.entries()
			.stream()
			.filter((entry) -> outside(entry.value()))
			.filter((entry) -> this.list.find(entry.key()).filter((how) -> how == Treatment.FILE).isPresent())
			.forEach((entry) -> put(copies, copyName(entry.scope(), entry.key().toString()),
					this.place.resolve(String.valueOf(entry.value()))));
		this.host.last("core.hookspath")
			.flatMap((entry) -> new HooksFolder(this.place, entry.value()).copy())
			.ifPresent((copy) -> copies.put(copy.name(), copy));
		return List.copyOf(copies.values());
	}

	private static void put(Map<String, HostCopy> copies, String name, Path source) {
		copies.put(name, new HostCopy(name, sources(name, source), false));
	}

	private static List<Path> sources(String key, Path source) {
		return key.startsWith("core.attributesfile") ? List.of(MACHINE_ATTRIBUTES, source) : List.of(source);
	}

}
