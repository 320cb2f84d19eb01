package com.headjack.agent;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The methods of logging in to an agent.
 */
public enum LoginMethod {

	/**
	 * The login of a subscription.
	 */
	SUBSCRIPTION("subscription", "Subscription", "subscription"),

	/**
	 * An API key.
	 */
	API_KEY("apikey", "API Key", "API key");

	private final String value;

	private final String title;

	private final String words;

	LoginMethod(String value, String title, String words) {
		this.value = value;
		this.title = title;
		this.words = words;
	}

	/**
	 * Parses a method.
	 * @param value the {@linkplain #value() value} of a method
	 * @return the method, or empty if there is none
	 */
	public static Optional<LoginMethod> parse(String value) {
		return Arrays.stream(values()).filter((method) -> method.value.equals(value)).findFirst();
	}

	@JsonCreator
	static LoginMethod of(String value) {
		return parse(value).orElseThrow(() -> new IllegalArgumentException("a login is 'subscription' or 'apikey'"));
	}

	/**
	 * Returns the method for options, files and stored credentials.
	 * @return {@code subscription} or {@code apikey}
	 */
	@JsonValue
	public String value() {
		return this.value;
	}

	/**
	 * Returns the method for a menu.
	 * @return {@code Subscription} or {@code API Key}
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns the method for a sentence.
	 * @return {@code subscription} or {@code API key}
	 */
	@Override
	public String toString() {
		return this.words;
	}

}
