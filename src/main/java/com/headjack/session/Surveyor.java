package com.headjack.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.failure.FailureKind;
import com.headjack.injection.Homes;
import com.headjack.injection.InjectionPlan;
import com.headjack.instance.AgentImage;
import com.headjack.instance.Instance;

/**
 * Inspects a container before the start of a session: whether the program is installed,
 * what its settings files contain, and which conflicting variables are set.
 */
final class Surveyor {

	private static final int PROGRAM_MISSING = 69;

	private final String program;

	private final InjectionPlan plan;

	/**
	 * Creates a surveyor.
	 * @param program the program that is to start
	 * @param plan what it needs
	 */
	Surveyor(String program, InjectionPlan plan) {
		this.program = program;
		this.plan = plan;
	}

	/**
	 * Returns the program that looks around in the container.
	 */
	ExecRequest request() {
		return ExecRequest.script(Scripts.SURVEY.text(), arguments(this.program, this.plan));
	}

	/**
	 * Reads what it has found.
	 * @param instance the instance
	 * @param result the end of {@link #request}
	 * @return the findings
	 * @throws SessionException if the program is not installed
	 */
	Survey survey(Instance instance, ExecResult result) {
		if (result.code() == PROGRAM_MISSING) {
			throw new SessionException(FailureKind.UNAVAILABLE,
					"the image \"%s\" has no program \"%s\"".formatted(instance.image(), this.program),
					AgentImage.remedy(String.valueOf(instance.image()),
							"use an image that has it: 'hjk recreate %s --image %s'".formatted(instance.quotedBranch(),
									AgentImage.NAME),
							"add it to the image, then run 'hjk recreate %s'".formatted(instance.quotedBranch())));
		}
		return parse(this.plan, result.output().lines().toList());
	}

	private static List<String> arguments(String program, InjectionPlan plan) {
		int count = plan.settings().size() + plan.files().size() + plan.conversations().size();
		List<String> arguments = new ArrayList<>(List.of(program, plan.homes().home(), String.valueOf(count)));
		plan.settings().keySet().forEach((file) -> arguments.addAll(entry("settings", file, plan.homes())));
		plan.files().keySet().forEach((file) -> arguments.addAll(entry("secret", file, plan.homes())));
		plan.conversations().forEach((file) -> arguments.addAll(entry("conversation", file, plan.homes())));
		arguments.addAll(plan.conflicts());
		return arguments;
	}

	private static List<String> entry(String kind, String file, Homes homes) {
		return homes.of(file)
			.map((moved) -> List.of(kind, file, moved.variable(), moved.folder(), moved.below()))
			.orElseGet(() -> List.of(kind, file, "", "", ""));
	}

	private static Survey parse(InjectionPlan plan, List<String> lines) {
		Survey survey = new Survey(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
				new LinkedHashSet<>());
		Iterator<String> rest = lines.iterator();
		plan.settings().keySet().forEach((file) -> {
			String content = place(survey, plan.homes(), file, rest);
			survey.files().put(file, SettingsFile.parse(survey.place(file), content));
		});
		plan.files().keySet().forEach((file) -> place(survey, plan.homes(), file, rest));
		plan.conversations().forEach((file) -> place(survey, plan.homes(), file, rest));
		rest.forEachRemaining(survey.variables()::add);
		return survey;
	}

	/**
	 * Reads the three lines of a file: its place, the folder that a variable names for
	 * it, and its content.
	 * @return the content
	 */
	private static String place(Survey survey, Homes homes, String file, Iterator<String> lines) {
		String place = next(lines);
		String folder = next(lines);
		if (!place.isEmpty()) {
			survey.places().put(file, place);
		}
		homes.of(file).ifPresent((moved) -> survey.homes().put(moved.variable(), folder));
		return next(lines);
	}

	private static String next(Iterator<String> lines) {
		return lines.hasNext() ? lines.next() : "";
	}

}
