package com.headjack.agent;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.util.Assert;

/**
 * Files of a repository from which an agent takes settings, and what these can do to its
 * login.
 *
 * @param files the files by their path in the repository; {@code *} in a part stands for
 * any text, and {@code **} as a part for any folders
 * @param format their format
 * @param effects what the settings do; of several for the same key the first counts
 */
public record RepositorySettings(List<String> files, Format format, List<Effect> effects) {

	public RepositorySettings {
		Assert.isTrue(files.stream().allMatch(RepositorySettings::isInside), "'files' must be paths in the repository");
		files = List.copyOf(files);
		effects = List.copyOf(effects);
	}

	private static boolean isInside(String file) {
		return !file.isEmpty() && List.of(file.split("/", -1)).stream().noneMatch(List.of("", ".", "..")::contains);
	}

	/**
	 * The formats of such files.
	 */
	public enum Format {

		/**
		 * JSON, also with comments.
		 */
		@JsonProperty("json")
		JSON,

		/**
		 * TOML.
		 */
		@JsonProperty("toml")
		TOML,

		/**
		 * Lines of {@code NAME=value}.
		 */
		@JsonProperty("dotenv")
		DOTENV,

		/**
		 * Markdown: the YAML between {@code ---} at its beginning and the next, and each
		 * line below as a value of the file itself.
		 */
		@JsonProperty("markdown")
		MARKDOWN,

		/**
		 * Any content: the file itself has the effect.
		 */
		@JsonProperty("program")
		PROGRAM

	}

	/**
	 * What a setting does.
	 *
	 * @param keys the places of the setting as JSON pointers; {@code *} stands for any
	 * text in a part, and {@code =} with a value at the end for this value alone
	 * @param does what it does, in words; <code>${value}</code> stands for its value
	 */
	public record Effect(List<String> keys, String does) {

		public Effect {
			Assert.isTrue(keys.stream().allMatch((key) -> key.startsWith("/")), "'keys' must start with \"/\"");
			keys = List.copyOf(keys);
		}

	}

}
