package com.headjack.renewal;

import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.SecretLines;
import com.headjack.failure.HeadjackException;
import com.headjack.injection.LoginCopies;
import com.headjack.instance.Inside;
import com.headjack.instance.Instance;
import com.headjack.secret.Secret;

/**
 * Looks at the files of logins in running containers, and replaces them. What a container
 * answers is not trusted.
 *
 * @param engine the engine
 */
record ContainerLogins(ContainerEngine engine) {

	private static final int LARGEST = 256 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * Looks at the files of a login.
	 * @return what is there, which the caller closes
	 */
	Found look(Instance instance, LoginCopies copies) {
		List<String> files = List.copyOf(new TreeSet<>(copies.members().keySet()));
		List<String> words = Stream.concat(Stream.of(String.valueOf(LARGEST)), files.stream()).toList();
		ExecRequest request = ExecRequest.script(Scripts.COLLECT.text(), words).within(PATIENCE);
		try {
			ExecResult result = new Inside(this.engine, instance).run("show its logins", request);
			return found(files, result.output().lines().toList());
		}
		catch (ContainerNotRunningException _) {
			return new Found.Unchanged();
		}
		catch (HeadjackException _) {
			return new Found.Odd(Renewed.Outcome.SILENT);
		}
	}

	private static Found found(List<String> files, List<String> lines) {
		return lines.stream()
			.flatMap((line) -> odd(line).stream())
			.findFirst()
			.<Found>map(Found.Odd::new)
			.orElseGet(() -> (lines.size() == files.size()) ? contents(files, lines)
					: new Found.Odd(Renewed.Outcome.SILENT));
	}

	private static Optional<Renewed.Outcome> odd(String line) {
		return switch (line) {
			case "gone" -> Optional.of(Renewed.Outcome.GONE);
			case "odd link" -> Optional.of(Renewed.Outcome.LINK);
			case "odd kind" -> Optional.of(Renewed.Outcome.NO_FILE);
			case "odd size" -> Optional.of(Renewed.Outcome.TOO_LARGE);
			default -> Optional.empty();
		};
	}

	private static Found contents(List<String> files, List<String> lines) {
		Map<String, Secret> contents = new TreeMap<>();
		Iterator<String> names = files.iterator();
		for (String line : lines) {
			String file = names.next();
			if (!List.of("none", "same").contains(line)) {
				Optional<Secret> content = decode(line);
				if (content.isEmpty()) {
					contents.values().forEach(Secret::close);
					return new Found.Odd(Renewed.Outcome.SILENT);
				}
				contents.put(file, content.get());
			}
		}
		return contents.isEmpty() ? new Found.Unchanged() : new Found.Changed(contents);
	}

	private static Optional<Secret> decode(String line) {
		try {
			return Optional.of(Secret.wiping(Base64.getDecoder().decode(line)))
				.filter((content) -> content.size() <= LARGEST);
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	/**
	 * Replaces the files of a login, unless something else than hjk has changed them.
	 * @return whether they were replaced; {@code false} also if they are the new ones
	 * already
	 */
	boolean give(Instance instance, Map<String, Secret> contents) {
		SortedMap<String, Secret> sorted = new TreeMap<>(contents);
		try (SecretLines lines = new SecretLines()) {
			sorted.values().forEach(lines::add);
			return output(instance, "take a login",
					ExecRequest.script(Scripts.GIVE.text(), List.copyOf(sorted.keySet())).reading(lines.input()))
				.startsWith("given");
		}
	}

	/**
	 * Removes files of a login, and the links to them.
	 */
	void remove(Instance instance, Collection<String> files) {
		output(instance, "remove a login", ExecRequest.script(Scripts.REMOVE.text(), List.copyOf(files)));
	}

	private String output(Instance instance, String task, ExecRequest request) {
		try (request) {
			return new Inside(this.engine, instance).run(task, request.within(PATIENCE)).output();
		}
		catch (HeadjackException _) {
			return "";
		}
	}

}
