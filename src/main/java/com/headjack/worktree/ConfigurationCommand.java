package com.headjack.worktree;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A git command for the configuration.
 */
sealed interface ConfigurationCommand extends GitCommand {

	/**
	 * Asks for the settings of the repository itself.
	 */
	record ListSettings() implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--local", "--includes", "--null", "--list");
		}

	}

	/**
	 * Asks for the settings in a file, without the files that it includes.
	 *
	 * @param file the file
	 */
	record ListSettingsIn(Path file) implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--file", this.file.toString(), "--no-includes", "--null", "--list");
		}

	}

	/**
	 * Sets or removes a setting of the repository.
	 *
	 * @param key its key
	 * @param value its value, or empty to remove it
	 */
	record ChangeSetting(String key, Optional<String> value) implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return this.value.map((text) -> List.of("config", "--local", "--replace-all", this.key, text))
				.orElseGet(() -> List.of("config", "--local", "--unset-all", this.key));
		}

	}

	/**
	 * Asks for the remote whose branch counts if several have it.
	 */
	record ShowDefaultRemote() implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--get", "checkout.defaultRemote");
		}

	}

	/**
	 * Asks for the configuration, with all files that it includes.
	 */
	record ListConfiguration() implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--list", "--null", "--show-scope", "--includes");
		}

	}

	/**
	 * Asks for the programs of all filters.
	 */
	record ListFilters() implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--null", "--get-regexp", "^filter\\..*\\.(clean|process)$");
		}

	}

	/**
	 * Asks whom git takes for the committer.
	 */
	record GuessCommitter() implements ConfigurationCommand {

		@Override
		public List<String> words() {
			return List.of("var", "GIT_COMMITTER_IDENT");
		}

	}

}
