package com.headjack.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;

/**
 * Reads the environment variables that set keys.
 *
 * @param host the machine
 * @param check checks each value
 */
record SettingVariables(HostEnvironment host, SettingCheck check) {

	private static final String BEGINNING = "HEADJACK_";

	private static final Map<String, String> SHORT = Map.of("HEADJACK_BASE_IMAGE", Setting.BASE_IMAGE.pattern(),
			"HEADJACK_WORKTREE_DIR", Setting.WORKTREES.pattern());

	private static final Pattern NAMED = Pattern
		.compile("HEADJACK_(AGENTS|ENGINES)_(\\w+)_(ENV|FLAGS|ACCOUNT|REPOSITORIES|ADDRESS|CERTIFICATES)");

	/**
	 * Reads all of them.
	 * @throws HeadjackException if a value cannot be used, or is not UTF-8
	 */
	List<FoundSetting> read() {
		List<FoundSetting> found = new ArrayList<>();
		this.host.settings()
			.sorted((one, other) -> Boolean.compare(SHORT.containsKey(other.key()), SHORT.containsKey(one.key())))
			.forEach((variable) -> this.host.variable(variable)
				.filter((value) -> !value.isBlank())
				.ifPresent((value) -> key(variable.key()).map((key) -> setting(key, variable.key(), value))
					.filter((setting) -> found.stream().noneMatch((other) -> other.key().equals(setting.key())))
					.ifPresent(found::add)));
		return found;
	}

	private static Optional<ConfigurationKey> key(String name) {
		Matcher named = NAMED.matcher(name);
		return named.matches()
				? ConfigurationKey.find("%s.%s.%s".formatted(lower(named.group(1)),
						lower(named.group(2)).replace('_', '-'), lower(named.group(3))))
				: Optional.ofNullable(SHORT.get(name)).or(() -> plain(name)).flatMap(ConfigurationKey::find);
	}

	private static Optional<String> plain(String name) {
		return Arrays.stream(Setting.values())
			.map(Setting::pattern)
			.filter((key) -> name.equals(BEGINNING + key.toUpperCase(Locale.ROOT).replace('.', '_')))
			.findFirst();
	}

	private FoundSetting setting(ConfigurationKey key, String name, String value) {
		try {
			SettingValue read = new ValueReader(key).read(List.of(value.strip()));
			this.check.check(key, read);
			return new FoundSetting(key, read, name);
		}
		catch (HeadjackException ex) {
			throw new HeadjackException(FailureKind.MISUSED, "%s: %s".formatted(name, ex.getMessage()),
					ex.remedy().orElse("correct the variable, or unset it"), ex);
		}
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
