package com.headjack.credential;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the texts that are no secret whatever they are called: dates, times, durations,
 * numbers and truth values.
 */
final class PlainValue {

	private static final String DAY = "\\d{4}([-/.])(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])";

	private static final String SHORT_DAY = "\\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

	private static final String TIME = "(?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-6]\\d(?:[.,]\\d{1,12})?)?";

	private static final String SHORT_TIME = "(?:[01]\\d|2[0-4])[0-5]\\d(?:[0-6]\\d(?:[.,]\\d{1,12})?)?";

	private static final String ZONE = "(?: [A-Z]{3,5}| ?(?:Z|UTC|GMT|[+-][01]\\d(?::?[0-5]\\d)?)(?:\\[[A-Za-z_/+-]{1,40}\\])?)?";

	private static final String WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? ";

	private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";

	private static final String DAY_OF_MONTH = " ?[0-3]?\\d";

	/**
	 * More digits than a count of nanoseconds has may be a key.
	 */
	private static final Pattern NUMBER = Pattern.compile(
			"[+-]?(?:\\d{1,19}(?:\\.\\d{0,12})?|\\.\\d{1,12}|\\d\\.\\d{1,19}E[+-]?\\d{1,3})", Pattern.CASE_INSENSITIVE);

	private static final List<Pattern> OTHERS = patterns("true|false|yes|no|on|off|null|none|never",
			DAY + "(?:[T ]" + TIME + ZONE + ")?", SHORT_DAY + "T" + SHORT_TIME + ZONE, TIME + ZONE,
			"(?:" + WEEKDAY + ")?" + DAY_OF_MONTH + "[ -]" + MONTH + "[ -]\\d{2,4}(?: " + TIME + ZONE + ")?",
			"(?:" + WEEKDAY + ")?" + MONTH + " " + DAY_OF_MONTH + "(?:, \\d{4})?(?: " + TIME + ZONE + ")?(?: \\d{4})?",
			"P(?=[\\dT])(?:\\d{1,6}Y)?(?:\\d{1,6}M)?(?:\\d{1,6}W)?(?:\\d{1,6}D)?(?:T[\\d.HMS]{2,30})?");

	private PlainValue() {
	}

	private static List<Pattern> patterns(String... patterns) {
		return Stream.of(patterns).map((pattern) -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)).toList();
	}

	/**
	 * Whether a text is a number of at most 19 digits before its point.
	 */
	static boolean isNumber(String text) {
		return NUMBER.matcher(text.strip()).matches();
	}

	/**
	 * Whether a text is a date, a time, a duration or a truth value.
	 */
	static boolean isTimeOrTruth(String text) {
		return OTHERS.stream().anyMatch((pattern) -> pattern.matcher(text.strip()).matches());
	}

}
