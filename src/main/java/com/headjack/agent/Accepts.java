package com.headjack.agent;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The form of a credential: either text that matches a pattern, or JSON with certain
 * members.
 *
 * @param pattern the pattern of the whole text, or {@code null} for JSON
 * @param members the JSON pointers of the required members; empty for text
 * @param tokens the JSON pointers of the members that must be JSON Web Tokens
 * @param refuses the states of the JSON that are no login
 * @param age the member with the date of the last renewal, or {@code null} if there is
 * none
 * @param expected a description of the form for the user
 */
public record Accepts(@Nullable ProfilePattern pattern, List<String> members, List<String> tokens,
		List<Refusal> refuses, @Nullable Age age, String expected) {

	public Accepts {
		members = List.copyOf(members);
		tokens = List.copyOf(tokens);
		refuses = List.copyOf(refuses);
		Assert.isTrue((pattern == null) != members.isEmpty(), "either 'pattern' or 'members' is needed");
	}

	/**
	 * Creates a form with no conditions but a pattern or members.
	 * @param pattern the pattern of the whole text, or {@code null} for JSON
	 * @param members the JSON pointers of the required members; empty for text
	 * @param expected a description of the form for the user
	 */
	public Accepts(@Nullable ProfilePattern pattern, List<String> members, String expected) {
		this(pattern, members, List.of(), List.of(), null, expected);
	}

}
