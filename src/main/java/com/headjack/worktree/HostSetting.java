package com.headjack.worktree;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which of a repository's own settings a container gets.
 */
final class HostSetting {

	/**
	 * Sections without names whose every setting is about git alone.
	 */
	private static final Set<String> SECTIONS = Set.of("advice", "apply", "branch", "checkout", "color", "column",
			"extensions", "fetch", "format", "init", "log", "notes", "pull", "push", "rebase", "rerere", "stash",
			"status", "submodule", "tag", "versionsort");

	private static final Set<String> CORE = Set.of("abbrev", "autocrlf", "bare", "bigfilethreshold",
			"checkroundtripencoding", "checkstat", "commentchar", "compression", "deltabasecachelimit", "eol",
			"filemode", "ignorecase", "logallrefupdates", "loosecompression", "precomposeunicode", "protecthfs",
			"protectntfs", "quotepath", "repositoryformatversion", "safecrlf", "sparsecheckout", "sparsecheckoutcone",
			"symlinks", "trustctime", "warnambiguousrefs", "whitespace");

	private static final Set<String> SINGLE = Set.of("commit.cleanup", "commit.status", "commit.verbose",
			"diff.algorithm", "diff.colormoved", "diff.context", "diff.ignoresubmodules", "diff.mnemonicprefix",
			"diff.noprefix", "diff.renames", "diff.renamelimit", "diff.submodule", "grep.linenumber",
			"grep.patterntype", "merge.conflictstyle", "merge.ff", "merge.log", "merge.renames",
			"merge.directoryrenames", "merge.renamelimit", "merge.stat", "merge.verbosity", "user.name", "user.email",
			"user.useconfigonly");

	private static final Set<String> REMOTE = Set.of("url", "pushurl", "fetch", "push", "tagopt", "mirror", "prune",
			"prunetags", "promisor", "partialclonefilter", "skipdefaultupdate", "skipfetchall");

	private static final Set<String> BRANCH = Set.of("remote", "merge", "rebase", "pushremote", "description",
			"mergeoptions");

	private static final Set<String> SUBMODULE = Set.of("url", "active", "branch", "ignore", "update",
			"fetchrecursesubmodules");

	private static final Pattern LOGIN = Pattern.compile("^(https?|ftps?)://[^/@]*@", Pattern.CASE_INSENSITIVE);

	private static final Pattern PASSWORD = Pattern.compile("^([a-z+]+://[^/@:]*):[^/@]*@", Pattern.CASE_INSENSITIVE);

	private HostSetting() {
	}

	/**
	 * Returns what a container gets of a setting.
	 * @param key the key, as git lists it
	 * @param value the value
	 * @return the value without user names and passwords of web addresses, or empty if
	 * the container does not get the setting
	 */
	static Optional<String> admitted(String key, String value) {
		return admitted(key) && !value.startsWith("!") ? Optional.of(withoutLogin(key, value)) : Optional.empty();
	}

	private static boolean admitted(String key) {
		int first = key.indexOf('.');
		int last = key.lastIndexOf('.');
		String section = key.substring(0, first).toLowerCase(Locale.ROOT);
		String name = key.substring(last + 1).toLowerCase(Locale.ROOT);
		if (first == last) {
			return SECTIONS.contains(section) || (section.equals("core") && CORE.contains(name))
					|| SINGLE.contains(section + "." + name);
		}
		return switch (section) {
			case "remote" -> REMOTE.contains(name);
			case "branch" -> BRANCH.contains(name);
			case "submodule" -> SUBMODULE.contains(name);
			case "color" -> true;
			default -> false;
		};
	}

	private static String withoutLogin(String key, String value) {
		boolean address = key.endsWith("url");
		return address ? PASSWORD.matcher(LOGIN.matcher(value).replaceFirst("$1://")).replaceFirst("$1@") : value;
	}

}
