package com.headjack.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.audit.Inspection;
import com.headjack.audit.Trace;
import com.headjack.failure.FailureKind;
import com.headjack.instance.Instance;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * Tells what an audit has found.
 */
final class AuditReport {

	private static final String NONE = "-";

	private final Output output;

	private final BiPredicate<Inspection, Trace> cleanable;

	private final List<Inspection> inspections = new ArrayList<>();

	private final Set<String> remedies = new LinkedHashSet<>();

	/**
	 * Creates an empty report.
	 * @param cleanable whether hjk can take a login out of where it was found
	 */
	AuditReport(Output output, BiPredicate<Inspection, Trace> cleanable) {
		this.output = output;
		this.cleanable = cleanable;
	}

	void unseen(String place, String reason, Optional<String> remedy) {
		this.inspections.add(Inspection.unseen(place, reason));
		remedy.ifPresent(this.remedies::add);
	}

	void addAll(List<Inspection> more) {
		this.inspections.addAll(more);
	}

	void json() {
		Listing.print(this.output, this.inspections.stream().map(AuditReport::members).toList());
	}

	private static Map<String, Object> members(Inspection inspection) {
		Instance instance = inspection.instance();
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("place", inspection.place());
		members.put("repository", (instance != null) ? instance.repositoryId() : null);
		members.put("of", inspection.subject());
		members.put("result", inspection.outcome());
		members.put("found", inspection.traces());
		members.put("unseen", inspection.unseen());
		members.put("bytes", inspection.bytes());
		return members;
	}

	/**
	 * Prints a row for each place, and then what was found.
	 * @param names the repositories, which are named if there are several
	 */
	void print(RepositoryNames names) {
		table(names).print(this.output);
		this.inspections.forEach((inspection) -> inspection.traces()
			.forEach((trace) -> this.output.result("found: the login of %s in %s%s".formatted(trace.login(),
					trace.where(), whose(inspection, names)))));
	}

	private Table table(RepositoryNames names) {
		if (!names.several()) {
			Table table = Table.wrapping("PLACE", "OF", "RESULT");
			this.inspections
				.forEach((inspection) -> table.row(inspection.place(), subject(inspection), result(inspection)));
			return table;
		}
		Table table = Table.wrapping("PLACE", "REPOSITORY", "OF", "RESULT");
		this.inspections.forEach((inspection) -> table.row(inspection.place(), repository(inspection, names),
				subject(inspection), result(inspection)));
		return table;
	}

	private static String repository(Inspection inspection, RepositoryNames names) {
		Instance instance = inspection.instance();
		return (instance != null) ? names.of(instance) : NONE;
	}

	private static String subject(Inspection inspection) {
		return inspection.subject().isEmpty() ? NONE : inspection.subject();
	}

	private static String result(Inspection inspection) {
		return switch (inspection.outcome()) {
			case "found" -> "found (%s)".formatted(inspection.traces().size());
			case "unseen" -> "could not look";
			default -> inspection.outcome();
		};
	}

	/**
	 * Names the place of what a path within a container does not tell apart.
	 */
	private String whose(Inspection inspection, RepositoryNames names) {
		if (inspection.subject().isEmpty() || !ambiguous(inspection.place())) {
			return "";
		}
		String repository = (names.several() && inspection.instance() != null) ? repository(inspection, names) + " "
				: "";
		return " (%s, %s%s)".formatted(inspection.place(), repository, inspection.subject());
	}

	private boolean ambiguous(String place) {
		return this.inspections.stream().filter((inspection) -> inspection.place().equals(place)).count() > 1;
	}

	/**
	 * Says what to do about what was found, and about what could not be looked at.
	 * @param names the repositories, which are named if there are several
	 * @param cleaning the command that takes logins out of hjk's own files, or empty if
	 * it has just run
	 * @param accounts the arguments of {@code hjk auth} by the owners of logins
	 */
	void advise(RepositoryNames names, Optional<String> cleaning, Map<String, String> accounts) {
		if (found()) {
			cleaning.filter((_) -> traces(true).findAny().isPresent())
				.ifPresent((command) -> hint(
						"'%s' takes them out of the logs and other files that hjk made".formatted(command)));
			if (traces(false).findAny().isPresent()) {
				hint("hjk changes only what it made: remove them from the other places yourself");
			}
			hint("if others may have seen a login, revoke it at its vendor and store a new one: " + renewal(accounts));
		}
		this.inspections.forEach((inspection) -> inspection.unseen()
			.forEach((reason) -> this.output.message("warning: could not look: " + reason + whose(inspection, names))));
		this.remedies.forEach(this::hint);
	}

	private String renewal(Map<String, String> accounts) {
		return Stream.concat(traces(true), traces(false))
			.map(Trace::login)
			.distinct()
			.sorted()
			.map((login) -> "'hjk auth %s'".formatted(accounts.getOrDefault(login, login)))
			.collect(Collectors.joining(", "));
	}

	private Stream<Trace> traces(boolean clean) {
		return this.inspections.stream()
			.flatMap((inspection) -> inspection.traces()
				.stream()
				.filter((trace) -> this.cleanable.test(inspection, trace) == clean));
	}

	private void hint(String remedy) {
		this.output.message("hint: " + remedy);
	}

	private boolean found() {
		return this.inspections.stream().anyMatch((inspection) -> !inspection.traces().isEmpty());
	}

	/**
	 * Returns the exit code.
	 */
	int code() {
		if (found()) {
			return ExitCodes.FAILED;
		}
		boolean complete = this.inspections.stream().allMatch((inspection) -> inspection.unseen().isEmpty());
		return complete ? ExitCodes.DONE : ExitCodes.of(FailureKind.UNAVAILABLE);
	}

}
