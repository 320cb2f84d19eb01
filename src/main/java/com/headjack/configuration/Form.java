package com.headjack.configuration;

import java.util.List;

/**
 * The forms of settings' values.
 */
enum Form {

	AGENT(Shape.TEXT, "[a-z0-9][a-z0-9-]{0,31}", "the name of an agent, such as claude"),

	ENGINE_NAME(Shape.TEXT, AGENT.pattern, "the name of an engine, such as big"),

	ENGINE_ADDRESS(Shape.TEXT, "[^\\p{Cntrl}\\s]{1,300}",
			"an address such as ssh://me@host or unix:///var/run/docker.sock, or the name of a Docker context"),

	IMAGE(Shape.TEXT,
			"(?:[A-Za-z0-9.:\\[\\]-]+/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::\\w[\\w.-]{0,127})?(?:@[A-Za-z0-9.+-]+:[0-9a-f]{32,})?",
			"an image such as headjack/agent:latest"),

	ACCOUNT(Shape.TEXT, "[^\\p{Cntrl}\\s]{1,64}", "1 to 64 characters without white space"),

	FOLDER(Shape.TEXT, "~|(?:~?/|[A-Za-z]:[\\\\/])[^$\\p{Cntrl}]*",
			"a full path such as /srv/headjack or ~/headjack, without variables"),

	NUMBER(Shape.TEXT, "[1-9]\\d{0,5}", "a whole number from 1 to 999999, such as 64"),

	MEMORY(Shape.TEXT,
			"[1-9][0-9]{7,14}[bB]?|[1-9][0-9]{4,8}[kK]|(?:[6-9]|[1-9][0-9]{1,6})[mM]|[1-9][0-9]{0,3}[gG]|none",
			"a size from 6m to 9999g, such as 512m or 8g; or none"),

	PROCESSES(Shape.TEXT, "[1-9][0-9]{0,5}|none", "a whole number from 1 to 999999, such as 8192; or none"),

	ADDRESS(Shape.TEXT, "https?://[^\\s/@?#]+(/[^\\s?#]*)?",
			"an http or https address such as https://vault.example:8200"),

	KEY(Shape.TEXT,
			"(?i:none|F(?:[1-9]|1[0-2])|(?:C-|\\^|Ctrl[-+])(?:[a-hkln-z@\\\\\\]^_]|Space)|(?:M-|Alt[-+])[!-:<-~])",
			"a key: C-b, Ctrl-b or ^b, with Space, @ \\ ] ^ _ or any letter but i, j, m; M-a or Alt-a; F1 to F12; or none"),

	PATH(Shape.TEXT, "/*(?!\\.{1,2}/|\\.{1,2}$)[^/\\p{Cntrl}]+(?:/(?!\\.{1,2}/|\\.{1,2}$)[^/\\p{Cntrl}]+)*/*",
			"a path such as kv/team"),

	WORDS(Shape.LIST, "[^\\00]*", "words, or a list such as [--one, --two]"),

	VARIABLES(Shape.MAPPING, "[^\\00]*", "NAME=value, or a mapping such as {NAME: value}", "[^=\\s\\00]+"),

	ACCOUNTS(Shape.MAPPING, "[^\\p{Cntrl}\\s]{1,64}", "ID=account, or a mapping such as {web-1f0c3a5e: work}",
			"[A-Za-z0-9][A-Za-z0-9._-]{0,39}-[0-9a-f]{8}"),

	ENGINE("auto|docker|podman"),

	STORE("auto|wincred|keychain|secret-service|keyctl|file|vault"),

	SWITCH("on|off"),

	RESIDENT("auto|on|off"),

	NOTIFICATIONS("none|bell|all"),

	LOGIN("token|approle|kubernetes|jwt");

	private final Shape shape;

	private final String pattern;

	private final String expected;

	private final String names;

	private final boolean choice;

	Form(Shape shape, String pattern, String expected) {
		this(shape, pattern, expected, "");
	}

	Form(Shape shape, String pattern, String expected, String names) {
		this.shape = shape;
		this.pattern = pattern;
		this.expected = expected;
		this.names = names;
		this.choice = false;
	}

	Form(String choices) {
		this.shape = Shape.TEXT;
		this.pattern = choices;
		this.expected = "one of " + choices.replace("|", ", ");
		this.names = "";
		this.choice = true;
	}

	/**
	 * Returns the kind of value.
	 */
	Shape shape() {
		return this.shape;
	}

	/**
	 * Returns what each text of a value must match.
	 */
	String pattern() {
		return this.pattern;
	}

	/**
	 * Returns what the value must be, in words.
	 */
	String expected() {
		return this.expected;
	}

	/**
	 * Returns the permitted texts, none if there are others.
	 */
	List<String> choices() {
		return this.choice ? List.of(this.pattern.split("\\|")) : List.of();
	}

	boolean accepts(String text) {
		return text.matches(this.pattern);
	}

	/**
	 * Whether a text can be a name in a mapping.
	 */
	boolean acceptsName(String text) {
		return text.matches(this.names);
	}

	/**
	 * Whether the texts are of others, who may mean something by white space, or by
	 * nothing.
	 */
	boolean isVerbatim() {
		return this == VARIABLES;
	}

	/**
	 * The kinds of values.
	 */
	enum Shape {

		/**
		 * One text.
		 */
		TEXT,

		/**
		 * A list of texts.
		 */
		LIST,

		/**
		 * A mapping of names to texts.
		 */
		MAPPING

	}

}
