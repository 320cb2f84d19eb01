package com.headjack.worktree;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.VisibleText;

/**
 * The name of a git branch, such as {@code feat/auth}.
 *
 * @param value the name, without {@code refs/heads/}
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git-check-ref-format</a>
 */
public record BranchName(String value) {

	/**
	 * The length of a file's name, without the ending that git's lock files have.
	 */
	private static final int LONGEST = 255 - ".lock".length();

	private static final int SHOWN = 40;

	public BranchName {
		String name = value;
		BranchNameRule.brokenBy(name).ifPresent((rule) -> {
			throw misused(name, rule.text());
		});
		if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw misused(name, "is longer than " + LONGEST + " bytes");
		}
	}

	/**
	 * Checks a name.
	 * @param value the name, as a user gives it
	 * @return the branch's name
	 * @throws HeadjackException if git allows no branch with this name
	 */
	public static BranchName of(String value) {
		return new BranchName(value);
	}

	/**
	 * Creates a branch's name from text that may be invalid.
	 * @param value the name
	 * @return the branch's name, or empty if git allows no branch with this name
	 */
	public static Optional<BranchName> from(String value) {
		boolean valid = BranchNameRule.brokenBy(value).isEmpty()
				&& value.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
		return valid ? Optional.of(new BranchName(value)) : Optional.empty();
	}

	/**
	 * Returns the branch that a folder is named after.
	 * @param directory the folder's name, as {@link #directory()} returns it
	 * @return the branch's name, or empty if the folder is not named after a branch
	 */
	public static Optional<BranchName> fromDirectory(String directory) {
		return directory.contains("/") ? Optional.empty() : from(directory.replace('~', '/'));
	}

	/**
	 * Returns the name of the branch's folder. It is unique, since git allows no
	 * {@code ~} in a branch's name.
	 * @return one component of a path
	 */
	public String directory() {
		return this.value.replace('/', '~');
	}

	/**
	 * Returns the full reference.
	 * @return the name with the prefix {@code refs/heads/}
	 */
	String reference() {
		return "refs/heads/" + this.value;
	}

	private static HeadjackException misused(String name, String reason) {
		return new HeadjackException(FailureKind.MISUSED, "invalid branch name \"" + shown(name) + "\": it " + reason,
				"use a name such as feat/login");
	}

	/**
	 * Shortens a name, and escapes what a terminal would obey or hide.
	 */
	private static String shown(String name) {
		boolean shortened = name.codePointCount(0, name.length()) > SHOWN;
		String begin = shortened ? name.substring(0, name.offsetByCodePoints(0, SHOWN)) + "…" : name;
		return VisibleText.line(begin);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
