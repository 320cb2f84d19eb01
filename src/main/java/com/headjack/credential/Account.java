package com.headjack.credential;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentId;
import com.headjack.failure.FailureKind;
import com.headjack.store.SecretName;

/**
 * An account of the user with an agent's vendor.
 *
 * @param agent the agent
 * @param name the account's name, or {@code null} for the default account
 */
public record Account(AgentId agent, @Nullable String name) {

	private static final String UNNAMED = "default";

	private static final String VALID = "[^\\p{Cntrl}\\s]{1,64}";

	/**
	 * Creates an account from the user's input.
	 * @param agent the agent
	 * @param name the account's name; {@code default} or {@code null} for the default
	 * account
	 * @return the account
	 * @throws CredentialException if the name is invalid
	 */
	public static Account of(AgentId agent, @Nullable String name) {
		if (name == null || isUnnamed(name)) {
			return new Account(agent, null);
		}
		if (!name.matches(VALID)) {
			throw new CredentialException(FailureKind.MISUSED, "\"" + name + "\" is not a valid account name",
					"use 1 to 64 characters without white space");
		}
		return new Account(agent, name);
	}

	/**
	 * Whether a label is that of an account without a name.
	 * @param label the label
	 * @return whether it is
	 */
	public static boolean isUnnamed(String label) {
		return label.equals(UNNAMED);
	}

	/**
	 * Returns the account's name for a listing.
	 * @return the name, {@code default} for the default account
	 */
	public String label() {
		return (this.name != null) ? this.name : UNNAMED;
	}

	/**
	 * Returns the account for a message.
	 * @return such as {@code claude} or {@code account "work" of claude}
	 */
	public String words() {
		return (this.name != null) ? labelled() : this.agent.value();
	}

	/**
	 * Returns the account for a message that tells it from others.
	 * @return such as {@code account "default" of claude}
	 */
	public String labelled() {
		return "account \"%s\" of %s".formatted(label(), this.agent);
	}

	SecretName secretName() {
		return new SecretName(this.agent.value(), this.name);
	}

	/**
	 * Returns the account as the arguments of a command.
	 * @return such as {@code claude} or {@code claude --account work}
	 */
	@Override
	public String toString() {
		return secretName().words();
	}

}
