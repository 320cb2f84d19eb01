package com.headjack.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.failure.FailureKind;
import com.headjack.injection.InjectionPlan;
import com.headjack.host.HostUser;
import com.headjack.instance.Instance;

/**
 * Inspects a container before the start of a session: whether the program is installed,
 * what its settings files contain, and which conflicting variables are set.
 */
final class Surveyor {

	private static final int PROGRAM_MISSING = 69;

	private final ContainerEngine engine;

	Surveyor(ContainerEngine engine) {
		this.engine = engine;
	}

	Survey survey(Instance instance, String program, InjectionPlan plan) {
		List<String> files = List.copyOf(plan.settings().keySet());
		List<String> arguments = Stream
			.of(List.of(program, String.valueOf(files.size())), files, List.copyOf(plan.conflicts()))
			.flatMap(List::stream)
			.toList();
		ExecResult result = this.engine.exec(Objects.requireNonNull(instance.container()),
				ExecRequest.script(Scripts.SURVEY.text(), arguments).as(HostUser.ownerOf(instance.worktree())));
		if (result.code() == PROGRAM_MISSING) {
			throw new SessionException(FailureKind.UNAVAILABLE,
					"the image \"%s\" has no program \"%s\"".formatted(instance.image(), program),
					"use an image that has it: 'hjk recreate %s --image headjack/agent:latest'"
						.formatted(instance.quotedBranch()));
		}
		return parse(files, result.output().lines().toList());
	}

	private static Survey parse(List<String> files, List<String> lines) {
		Map<String, SettingsFile> contents = new LinkedHashMap<>();
		for (int i = 0; i < files.size() && i < lines.size(); i++) {
			contents.put(files.get(i), SettingsFile.parse(files.get(i), lines.get(i)));
		}
		return new Survey(contents, new LinkedHashSet<>(lines.stream().skip(files.size()).toList()));
	}

}
