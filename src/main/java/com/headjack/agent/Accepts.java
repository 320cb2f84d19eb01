package com.headjack.agent;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What a credential looks like: either text of a pattern, or JSON that has certain
 * members.
 *
 * @param pattern the pattern of the whole text, or {@code null} if it is JSON
 * @param members the members that JSON must have, as JSON pointers; empty if it is text
 * @param expected what is expected, for a user to read
 */
public record Accepts(@Nullable Pattern pattern, List<String> members, String expected) {

	public Accepts {
		members = List.copyOf(members);
		Assert.isTrue((pattern == null) != members.isEmpty(), "either 'pattern' or 'members' is needed");
	}

}
