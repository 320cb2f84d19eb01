package com.headjack.worktree;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of git for the name of a branch.
 */
enum BranchNameRule {

	EMPTY("is empty", "^$"),

	DASH("begins with a dash", "^-"),

	CONTROL("contains a control character", "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{feff}]"),

	DIRECTION("changes the direction of the text",
			"[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"),

	SPACE("contains a space", " "),

	SPECIAL("contains one of ~ ^ : ? * [ \\", "[~^:?*\\[\\\\]"),

	TWO_DOTS("has two dots in a row", "\\.\\."),

	BRACE("contains @{", "@\\{"),

	SLASH("begins or ends with a slash, or has two in a row", "^/|/$|//"),

	HIDDEN("has a part that begins with a dot", "(^|/)\\."),

	LOCK("has a part that ends with .lock", "\\.lock(/|$)"),

	DOT("ends with a dot", "\\.$"),

	RESERVED("is reserved by git", "^(@|HEAD)$");

	private final String text;

	private final String forbidden;

	BranchNameRule(String text, String forbidden) {
		this.text = text;
		this.forbidden = forbidden;
	}

	String text() {
		return this.text;
	}

	static Optional<BranchNameRule> brokenBy(String name) {
		return Arrays.stream(values()).filter((rule) -> rule.breaks(name)).findFirst();
	}

	private boolean breaks(String name) {
		return Pattern.compile(this.forbidden).matcher(name).find();
	}

}
