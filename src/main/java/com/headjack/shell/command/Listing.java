package com.headjack.shell.command;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Output;
import com.headjack.text.VisibleText;

/**
 * Prints a list as a table or as JSON.
 */
final class Listing {

	private Listing() {
	}

	/**
	 * Whether the user asks for JSON.
	 * @throws UsageException if the format is neither a table nor JSON
	 */
	static boolean json(Invocation invocation) {
		String format = invocation.option("output").orElse("table");
		return switch (format) {
			case "table" -> false;
			case "json" -> true;
			default -> throw new UsageException("unknown output format \"" + format + "\"", "use table or json");
		};
	}

	static void print(Output output, List<? extends Map<String, ?>> rows) {
		document(output, rows);
	}

	static void print(Output output, Map<String, ?> members) {
		document(output, members);
	}

	private static void document(Output output, Object rows) {
		output
			.document(VisibleText.json(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows)));
	}

}
