package com.headjack.agent;

import java.util.Map;

import org.springframework.util.Assert;

/**
 * A state of an agent's login file that is no login.
 *
 * @param where the patterns of the state's members, by JSON pointer; a member that is
 * missing or null has the text {@code ""}
 * @param says what such a file is, such as {@code holds an API key}
 * @param remedy what the user does about it
 */
public record Refusal(Map<String, ProfilePattern> where, String says, String remedy) {

	public Refusal {
		Assert.isTrue(!where.isEmpty(), "'where' is needed");
		where = Map.copyOf(where);
	}

}
