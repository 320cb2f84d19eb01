package com.headjack.credential;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of a search for a credential in a text.
 */
sealed interface Finding {

	/**
	 * The only credential in the text.
	 *
	 * @param text the credential
	 * @param removed descriptions of what is around it; empty if there is nothing
	 * @param doubt what is unusual about it, or {@code null}
	 */
	record Found(String text, List<String> removed, @Nullable String doubt) implements Finding {

		public Found {
			removed = List.copyOf(removed);
		}

		@Override
		public String toString() {
			return "Found[removed=" + this.removed + "]";
		}

	}

	/**
	 * There is no credential, or there are several.
	 *
	 * @param why the reason, to stand after {@code the api key for claude}
	 * @param remedy what to do, or {@code null} if the expected form says it
	 */
	record Refused(String why, @Nullable String remedy) implements Finding {

	}

}
