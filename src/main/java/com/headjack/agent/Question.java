package com.headjack.agent;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A question that an agent asks its user, and waits.
 *
 * @param asks what it asks, as the end of a sentence: {@code whether …}
 * @param shows the texts that its screen shows together then
 * @param answered the arguments by which the user has answered, or {@code null} if there
 * are none
 * @param settings the values to merge into the agent's JSON files for that answer, by
 * path below the home folder
 * @param file the file of the repository that makes the agent ask, or {@code null} if
 * there is none
 */
public record Question(String asks, List<String> shows, @Nullable ProfilePattern answered,
		Map<String, Map<String, Object>> settings, @Nullable String file) {

	public Question {
		shows = List.copyOf(shows);
		settings = Map.copyOf(settings);
	}

	/**
	 * Returns whether the user has answered by the agent's arguments.
	 * @param arguments the arguments
	 * @return whether they hold the answer
	 */
	public boolean answeredBy(List<String> arguments) {
		return this.answered != null && this.answered.isIn(String.join(" ", arguments));
	}

}
