package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.session.Session;
import com.headjack.session.SessionPlace;
import com.headjack.session.Sessions;
import com.headjack.shell.grammar.UsageException;

/**
 * Finds the session that a user means, who may have named only its branch.
 *
 * @param sessions lists the sessions of instances
 */
record SessionChoice(Sessions sessions) {

	/**
	 * The session to end: {@code BRANCH/SESSION}, or the only running one of a branch.
	 */
	SessionPlace toEnd(List<Instance> instances, String target, Function<Instance, List<Session>> running) {
		return named(instances, target)
			.or(() -> Instances.among(instances, target)
				.map((instance) -> new SessionPlace(instance, onlyRunning(instance, running.apply(instance)))))
			.orElseGet(() -> missing(instances, target));
	}

	private Optional<SessionPlace> named(List<Instance> instances, String target) {
		return owner(instances, target).flatMap((instance) -> this.sessions.list(instance)
			.stream()
			.filter((session) -> session.name().value().equals(target.substring(target.lastIndexOf('/') + 1)))
			.map((session) -> new SessionPlace(instance, session))
			.findFirst());
	}

	private static Optional<Instance> owner(List<Instance> instances, String target) {
		return Instances.among(instances, target.substring(0, Math.max(0, target.lastIndexOf('/'))));
	}

	private SessionPlace missing(List<Instance> instances, String target) {
		int slash = target.lastIndexOf('/');
		Instance instance = owner(instances, target).orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
				"no instance found for branch \"%s\"%s".formatted(
						target.substring(0, (slash > 0) ? slash : target.length()),
						(slash > 0) ? " or \"" + target + "\"" : ""),
				Instances.nearest(instances, target)));
		return new SessionPlace(instance, this.sessions.get(instance, target.substring(slash + 1)));
	}

	private static Session onlyRunning(Instance instance, List<Session> running) {
		return switch (running.size()) {
			case 0 -> throw new HeadjackException(FailureKind.NOT_FOUND,
					"no session is running for branch \"%s\"".formatted(instance.branch()),
					"run 'hjk ps " + instance.quotedBranch() + "' to list its sessions");
			case 1 -> running.getFirst();
			default -> throw new UsageException(
					"branch \"%s\" has several running sessions: %s".formatted(instance.branch(),
							Bounded.line(running.stream().map(SessionChoice::described).toList())),
					"name one, such as 'hjk kill %s/%s'".formatted(instance.quotedBranch(), running.getFirst().name()));
		};
	}

	/**
	 * The session to read: the named one or, if none is named, the last one.
	 */
	Session toRead(Instance instance, Optional<String> name) {
		return name.map((given) -> this.sessions.get(instance, given))
			.orElseGet(() -> this.sessions.last(instance)
				.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
						"branch \"%s\" has no sessions".formatted(instance.branch()),
						"start one with 'hjk agent %s AGENT'".formatted(instance.quotedBranch()))));
	}

	/**
	 * A session as messages name it.
	 */
	static String described(Session session) {
		return "%s (%s)".formatted(session.name(), session.type());
	}

}
