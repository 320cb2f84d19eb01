package com.headjack.agent;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a user is known to an agent's vendor.
 */
public enum LoginMethod {

	/**
	 * By the login of a subscription.
	 */
	SUBSCRIPTION("subscription", "Subscription", "subscription"),

	/**
	 * By an API key.
	 */
	API_KEY("apikey", "API Key", "api key");

	private final String value;

	private final String title;

	private final String words;

	LoginMethod(String value, String title, String words) {
		this.value = value;
		this.title = title;
		this.words = words;
	}

	/**
	 * Finds a method by its {@linkplain #value() value}.
	 * @param value the value
	 * @return the method, or empty if there is none
	 */
	public static Optional<LoginMethod> parse(String value) {
		return Arrays.stream(values()).filter((method) -> method.value.equals(value)).findFirst();
	}

	@JsonCreator
	static LoginMethod of(String value) {
		return parse(value)
			.orElseThrow(() -> new IllegalArgumentException("a login is either 'subscription' or 'apikey'"));
	}

	/**
	 * The method in options, files and stored credentials.
	 * @return {@code subscription} or {@code apikey}
	 */
	@JsonValue
	public String value() {
		return this.value;
	}

	/**
	 * The method in a menu.
	 * @return {@code Subscription} or {@code API Key}
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The method within a sentence.
	 * @return {@code subscription} or {@code api key}
	 */
	@Override
	public String toString() {
		return this.words;
	}

}
