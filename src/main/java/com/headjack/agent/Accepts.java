package com.headjack.agent;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The form of a credential: either text that matches a pattern, or JSON with certain
 * members.
 *
 * @param pattern the pattern of the whole text, or {@code null} for JSON
 * @param members the JSON pointers of the required members; empty for text
 * @param expected a description of the form for the user
 */
public record Accepts(@Nullable Pattern pattern, List<String> members, String expected) {

	public Accepts {
		members = List.copyOf(members);
		Assert.isTrue((pattern == null) != members.isEmpty(), "either 'pattern' or 'members' is needed");
	}

}
