package com.headjack.session;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.Question;

/**
 * A question that the agent of a session may ask.
 *
 * @param asks what it asks, as the end of a sentence
 * @param shows the texts that its screen shows together then
 * @param file the file of the worktree that makes the agent ask, or {@code null} if there
 * is none
 */
record ExpectedQuestion(String asks, List<String> shows, @Nullable String file) {

	ExpectedQuestion {
		shows = List.copyOf(shows);
	}

	/**
	 * Returns the questions of an agent with its arguments. One that the arguments answer
	 * is not expected because of a file.
	 */
	static List<ExpectedQuestion> of(List<Question> questions, List<String> arguments) {
		return questions.stream()
			.map((question) -> new ExpectedQuestion(question.asks(), question.shows(),
					question.answeredBy(arguments) ? null : question.file()))
			.toList();
	}

	/**
	 * Returns whether the agent is likely to ask as soon as it starts in a worktree.
	 */
	boolean comesIn(Path worktree) {
		return this.file != null && Files.isRegularFile(worktree.resolve(this.file), LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Returns whether the question stands on a screen. Lines may be broken anywhere
	 * between words.
	 */
	boolean standsOn(String screen) {
		String text = plain(screen);
		return this.shows.stream().map(ExpectedQuestion::plain).allMatch(text::contains);
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
