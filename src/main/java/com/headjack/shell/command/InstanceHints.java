package com.headjack.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import com.headjack.instance.Instance;
import com.headjack.instance.InstanceStatus;
import com.headjack.shell.terminal.Output;

/**
 * Says what to do about instances that have lost their worktree or their repository: for
 * the first one of each kind.
 *
 * @param output receives the hints
 */
record InstanceHints(Output output) {

	/**
	 * Gives the hints for instances of the current repository.
	 */
	void ofOneRepository(List<Instance> instances) {
		ofUnreachable(instances);
		hint(instances, InstanceHints::moved, "the repository was moved: 'hjk run %1$s' repairs the instance");
		hint(instances, InstanceHints::orphaned,
				"the worktree of branch %1$s is gone: 'hjk run %1$s' repairs it, 'hjk rm %1$s' removes the rest");
	}

	/**
	 * Gives the hints for instances of all repositories, which name the folder to go to.
	 */
	void ofAll(List<Instance> instances) {
		ofUnreachable(instances);
		hint(instances, InstanceHints::moved,
				"the repository of branch %1$s is no longer at %2$s: 'hjk run %1$s' in its new place repairs the instance");
		hint(instances, (instance) -> orphaned(instance) && Files.isDirectory(repository(instance)),
				"the worktree of branch %1$s is gone: in %2$s, 'hjk run %1$s' repairs it, 'hjk rm %1$s' removes the rest");
		hint(instances, (instance) -> orphaned(instance) && !Files.isDirectory(repository(instance)),
				"branch %1$s has lost its worktree and its repository %2$s: remove its container %3$.12s with your engine");
	}

	private void ofUnreachable(List<Instance> instances) {
		if (instances.stream().anyMatch((instance) -> instance.status() == InstanceStatus.UNREACHABLE)) {
			this.output.message("hint: 'hjk engine list' has the engines; 'hjk engine remove NAME -f' forgets one that "
					+ "will never answer again");
		}
	}

	private static boolean moved(Instance instance) {
		return instance.status() == InstanceStatus.MOVED;
	}

	private static boolean orphaned(Instance instance) {
		return instance.status() == InstanceStatus.ORPHANED;
	}

	private static Path repository(Instance instance) {
		return Objects.requireNonNullElse(instance.repository(), Path.of(""));
	}

	private void hint(List<Instance> instances, Predicate<Instance> kind, String text) {
		instances.stream()
			.filter(kind)
			.findFirst()
			.ifPresent((instance) -> this.output.message(
					"hint: " + text.formatted(instance.quotedBranch(), repository(instance), instance.containerId())));
	}

}
