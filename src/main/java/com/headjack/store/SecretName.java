package com.headjack.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import com.headjack.text.ShellWord;

/**
 * The name of a secret, made of the names of an agent and of an account.
 *
 * @param owner the agent: lower-case letters, digits and hyphens, with no hyphen first
 * @param account the account, without control characters, or {@code null} for the default
 * account
 */
public record SecretName(String owner, @Nullable String account) {

	/**
	 * The service name of all secrets.
	 */
	public static final String SERVICE = "com.headjack.cli";

	private static final Pattern TEXT = Pattern
		.compile("([a-z0-9][a-z0-9-]*?)-credential(?:\\.([^\\x00-\\x1f\\x7f-\\x9f]+))?");

	public SecretName {
		Assert.isTrue(owner.matches("[a-z0-9][a-z0-9-]*"), "The owner is a lower-case name");
		Assert.isTrue(account == null || !account.isEmpty(), "An account is not empty");
		Assert.isTrue(account == null || account.chars().noneMatch(Character::isISOControl),
				"An account has no control characters");
	}

	/**
	 * Returns the name for an agent's default account.
	 * @param owner the agent
	 * @return the name
	 */
	public static SecretName of(String owner) {
		return new SecretName(owner, null);
	}

	/**
	 * Parses the {@linkplain #text() text} of a name.
	 * @param text the text from a store
	 * @return the name, or empty if the text is not a name of ours
	 */
	public static Optional<SecretName> parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? Optional.of(new SecretName(matcher.group(1), matcher.group(2))) : Optional.empty();
	}

	/**
	 * Returns the name for another account of the same agent.
	 * @param account the account, without control characters
	 * @return the name
	 */
	public SecretName withAccount(String account) {
		return new SecretName(this.owner, account);
	}

	/**
	 * Returns the text under which stores keep the secret.
	 * @return {@code <owner>-credential} or {@code <owner>-credential.<account>}
	 */
	public String text() {
		String text = this.owner + "-credential";
		return (this.account != null) ? text + "." + this.account : text;
	}

	/**
	 * Returns the name as the words of a command.
	 * @return {@code <owner>} or {@code <owner> --account <account>}
	 */
	public String words() {
		return (this.account != null) ? this.owner + option(this.account) : this.owner;
	}

	@Override
	public String toString() {
		return text();
	}

	/**
	 * The option that names the account; a name may begin with a dash.
	 */
	private static String option(String account) {
		return " --account" + (account.startsWith("-") ? "=" : " ") + ShellWord.quoted(account);
	}

}
