package com.headjack.gitconfig;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes settings as git reads them from a file.
 *
 * @see <a href="https://git-scm.com/docs/git-config#_syntax">git-config</a>
 */
final class ConfigurationText {

	private ConfigurationText() {
	}

	/**
	 * Writes settings.
	 * @param entries the settings
	 * @return the content of the file
	 */
	static String of(List<ConfigurationEntry> entries) {
		StringBuilder text = new StringBuilder();
		String before = "";
		for (ConfigurationEntry entry : entries) {
			ConfigurationKey key = ConfigurationKey.parse(entry.key()).orElseThrow();
			String header = header(key);
			if (!header.equals(before)) {
				text.append(header).append('\n');
				before = header;
			}
			text.append('\t').append(key.name()).append(assignment(entry.value())).append('\n');
		}
		return text.toString();
	}

	private static String header(ConfigurationKey key) {
		String subsection = key.subsection();
		return (subsection == null) ? "[" + key.section() + "]"
				: "[" + key.section() + " \"" + subsection.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
	}

	private static String assignment(@Nullable String value) {
		return (value == null) ? "" : " = \"" + escaped(value) + "\"";
	}

	private static String escaped(String value) {
		return value.replace("\\", "\\\\")
			.replace("\"", "\\\"")
			.replace("\n", "\\n")
			.replace("\t", "\\t")
			.replace("\b", "\\b");
	}

}
