package com.headjack.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The name of a secret: whose credential it is, and of which account.
 *
 * @param owner the agent, a lower-case name
 * @param account the account, without control characters, or {@code null} for the only or
 * unnamed one
 */
public record SecretName(String owner, @Nullable String account) {

	/**
	 * The service under which all secrets are kept.
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
	 * The name of an agent's credential.
	 * @param owner the agent
	 * @return the name without an account
	 */
	public static SecretName of(String owner) {
		return new SecretName(owner, null);
	}

	/**
	 * Reads a name back from its {@linkplain #text() text}.
	 * @param text the text, as found in a store
	 * @return the name, or empty if the text is none of ours
	 */
	public static Optional<SecretName> parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? Optional.of(new SecretName(matcher.group(1), matcher.group(2))) : Optional.empty();
	}

	/**
	 * The name of a further account's credential.
	 * @param account the account's name, in any characters but control characters
	 * @return the name with that account
	 */
	public SecretName withAccount(String account) {
		return new SecretName(this.owner, account);
	}

	/**
	 * The text under which a store keeps the secret.
	 * @return {@code <owner>-credential} or {@code <owner>-credential.<account>}
	 */
	public String text() {
		String text = this.owner + "-credential";
		return (this.account != null) ? text + "." + this.account : text;
	}

	@Override
	public String toString() {
		return text();
	}

}
