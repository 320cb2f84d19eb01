package com.headjack.renewal;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.headjack.credential.Account;
import com.headjack.instance.Instance;

/**
 * What became of a container's copy of a login.
 *
 * @param instance the instance
 * @param account the account whose login the container was given
 * @param outcome what became of it
 */
public record Renewed(Instance instance, Account account, Outcome outcome) {

	/**
	 * Returns what the user has to know.
	 * @return a sentence without a full stop
	 */
	public String line() {
		return this.outcome.sentence.formatted(whose(), "branch \"" + this.instance.branch() + "\"");
	}

	/**
	 * Tells the user what does not go by itself.
	 * @param all what became of copies
	 * @param log takes each line
	 */
	public static void tell(List<Renewed> all, Consumer<String> log) {
		all.stream().filter((renewed) -> renewed.outcome.surprising()).map(Renewed::line).forEach(log);
	}

	private String whose() {
		return "the login of %s%s".formatted(this.account.agent(),
				(this.account.name() != null) ? " (account \"%s\")".formatted(this.account.name()) : "");
	}

	/**
	 * What can become of a copy.
	 */
	public enum Outcome {

		/**
		 * It is newer, and is stored now.
		 */
		STORED("%s was renewed in %s, and is stored"),

		/**
		 * The container got the stored login in its place.
		 */
		GIVEN("%s was given to %s"),

		/**
		 * It is older than the stored login. The container can be given that.
		 */
		OLDER("%s in %s was older than the stored one, and was not taken back"),

		/**
		 * Nothing tells which of the two is newer.
		 */
		UNDECIDED("%s was replaced in %s by one that is not provably newer, and was not taken back"),

		/**
		 * It says that it was issued later than now.
		 */
		FUTURE("%s was replaced in %s by one that is dated in the future, and was not taken back: compare the clocks"),

		/**
		 * The account has another login now, or none.
		 */
		FORMER("%s has changed in %s, but is no longer stored, and was not taken back"),

		/**
		 * It is another identity's.
		 */
		ANOTHER_IDENTITY("%s was replaced in %s by that of another identity, which was not taken back"),

		/**
		 * It is no login.
		 */
		UNREADABLE("%s was replaced in %s by what is no login, and was not taken back"),

		/**
		 * A symbolic link is in its place.
		 */
		LINK("%s was replaced in %s by a symbolic link, which was not followed"),

		/**
		 * Something else than a file is in its place.
		 */
		NO_FILE("%s was replaced in %s by what is no regular file, and was not read"),

		/**
		 * It is too large.
		 */
		TOO_LARGE("%s was replaced in %s by more than 256 KiB, and was not taken back"),

		/**
		 * It is gone: the agent has logged out.
		 */
		GONE("%s is gone from %s: the agent has logged out there"),

		/**
		 * The container did not answer.
		 */
		SILENT("%s may have been renewed in %s, whose container did not answer");

		private final String sentence;

		Outcome(String sentence) {
			this.sentence = sentence;
		}

		/**
		 * Returns the outcome for a listing.
		 * @return words such as {@code another identity}
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

		/**
		 * Returns whether a user who asks for something else has to know of it.
		 * @return {@code false} if all is well
		 */
		public boolean surprising() {
			return this != STORED && this != GIVEN && this != GONE;
		}

	}

}
