package com.headjack.shell.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escape sequences and control sequences that may reach the terminal: those that
 * draw, and questions whose answer is a few numbers, or the terminal's own name.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences</a>
 */
final class SequenceRules {

	/**
	 * What may follow ESC: to save the cursor, to set tabs and margins, and to choose
	 * character sets, but not to leave UTF-8.
	 */
	private static final Pattern ESCAPES = Pattern.compile("[6-9=>DEHMNOcno|}~]|#[3-68]|[()*+./-][ -/]?[0-~]");

	/**
	 * A prefix, parameters, intermediate characters and the final one.
	 */
	private static final Pattern SEQUENCE = Pattern.compile("([<=>?]?)([0-9:;]*)([ -/]?[@-~])");

	/**
	 * The private modes of DEC's, xterm's and later terminals that change how a terminal
	 * draws, and which keys and events it reports.
	 */
	private static final Set<String> MODES = Set.of("1", "3", "4", "5", "6", "7", "8", "9", "12", "25", "45", "47",
			"66", "67", "69", "1000", "1002", "1003", "1004", "1005", "1006", "1007", "1015", "1016", "1034", "1035",
			"1036", "1039", "1045", "1047", "1048", "1049", "2004", "2026", "2027", "2031", "2048", "7727", "9001");

	private static final Pattern ANY = Pattern.compile(".*");

	/**
	 * The allowed parameters, by the prefix and the final characters of a sequence.
	 */
	private static final Map<String, Pattern> SEQUENCES = sequences();

	private SequenceRules() {
	}

	private static Map<String, Pattern> sequences() {
		Map<String, Pattern> sequences = new HashMap<>();
		"@ABCDEFGHIJKLMPSXZ`abdefgmrsu".chars().forEach((last) -> sequences.put(Character.toString(last), ANY));
		for (String end : Set.of("?J", "?K", "?c", ">m", ">n", "<u", "=u", ">u", " @", " A", " q", "'}", "'~", "$r",
				"$t", "$v", "$x", "$z", "${")) {
			sequences.put(end, ANY);
		}
		Map.of("T", "\\d*", "h", "4|20", "l", "4|20", "!p", "", "?m", "4", "n", "5|6", "?n", "6|996", "c", "0?", ">c",
				"0?")
			.forEach((end, parameters) -> sequences.put(end, Pattern.compile(parameters)));
		Map.of(">q", "0?", "?u", "0?", "?$p", "\\d{1,5}", "t", "14|16|18|2[23](?:;\\d?){0,2}")
			.forEach((end, parameters) -> sequences.put(end, Pattern.compile(parameters)));
		return Map.copyOf(sequences);
	}

	/**
	 * Returns whether an escape sequence may reach the terminal.
	 * @param body what follows ESC
	 */
	static boolean allowEscape(CharSequence body) {
		return ESCAPES.matcher(body).matches();
	}

	/**
	 * Returns whether a control sequence may reach the terminal.
	 * @param body what follows ESC [
	 */
	static boolean allowSequence(CharSequence body) {
		Matcher sequence = SEQUENCE.matcher(body);
		if (!sequence.matches()) {
			return false;
		}
		String end = sequence.group(1) + sequence.group(3);
		String parameters = sequence.group(2);
		if (end.equals("?h") || end.equals("?l")) {
			return MODES.containsAll(List.of(parameters.split(";", -1)));
		}
		Pattern allowed = SEQUENCES.get(end);
		return allowed != null && allowed.matcher(parameters).matches();
	}

}
