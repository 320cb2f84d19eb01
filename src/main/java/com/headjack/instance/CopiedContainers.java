package com.headjack.instance;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.ShutdownHook;
import com.headjack.text.ShellWord;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Returned;
import com.headjack.worktree.Worktree;

/**
 * What is different with containers that have a copy of the repository, since their
 * engine does not see this machine's files.
 *
 * @param engine the engine
 * @param preparation prepares containers
 * @param git gives containers the configuration of git
 * @param work carries work there and back
 * @param settings what the user configured of containers
 */
record CopiedContainers(ContainerEngine engine, ContainerPreparation preparation, ContainerGit git, CopiedWork work,
		ContainerSettings settings) {

	/**
	 * Plans a container with the instance's volumes, which it may have had before.
	 */
	ContainerSpec spec(Repository repository, Worktree worktree, InstanceFolder folder, String image) {
		this.git.deliver(worktree, folder.create());
		CopyVolumes volumes = CopyVolumes.in(folder, InstanceId.of(repository.id(), worktree.branch()), this.engine);
		return new ContainerPlan(repository, worktree).copied(image, this.settings.options(), folder, volumes);
	}

	/**
	 * Starts a container, prepares it, and gives it the branch. If this fails, it does
	 * not run.
	 */
	void start(InstanceFolder folder, String container, String image, Path worktree, LaunchLog log) {
		whileRunning(container, () -> {
			this.preparation.prepare(container, image, worktree);
			this.git.begin(worktree, folder.create(), container, log);
			give(worktree, folder, container, log);
			return Returned.NOTHING;
		});
	}

	/**
	 * Gives a running container what is new of git's configuration and of the branch.
	 */
	void give(Path worktree, InstanceFolder folder, String container, LaunchLog log) {
		this.git.copy(worktree, folder, container);
		this.work.send(worktree, container, folder, log);
	}

	/**
	 * Gives a running container the files that are not committed, if the user wants it.
	 */
	void giveUncommitted(Instance instance, InstanceFolder folder, boolean wanted, LaunchLog log) {
		this.work.sendUncommitted(instance, Objects.requireNonNull(instance.container()), folder, wanted, log);
	}

	/**
	 * Brings the work of a container back. One that is stopped is started meanwhile.
	 * @return what is new
	 */
	Returned bring(Instance instance, InstanceFolder folder, LaunchLog log) {
		String container = Objects.requireNonNull(instance.container());
		if (instance.running()) {
			return this.work.bring(instance, container, folder, log);
		}
		Returned returned = whileRunning(container, () -> this.work.bring(instance, container, folder, log));
		this.engine.stop(container, Duration.ZERO);
		return returned;
	}

	/**
	 * Brings the work of a running container back before its end, as far as possible.
	 */
	void bringIfPossible(Instance instance, InstanceFolder folder, LaunchLog log) {
		if (instance.copied() && instance.running()) {
			try {
				bring(instance, folder, log);
			}
			catch (HeadjackException | UncheckedIOException ex) {
				log.notSaved(String.valueOf(ex.getMessage()));
			}
		}
	}

	/**
	 * Does something in a container that is started for it. If this fails, it is stopped.
	 */
	private Returned whileRunning(String container, Supplier<Returned> work) {
		try (ShutdownHook _ = ShutdownHook.undoing(() -> this.engine.stop(container, Duration.ZERO))) {
			this.engine.start(container);
			return work.get();
		}
		catch (RuntimeException ex) {
			stopAfter(ex, container);
			throw ex;
		}
	}

	private void stopAfter(RuntimeException failure, String container) {
		try {
			this.engine.stop(container, Duration.ZERO);
		}
		catch (EngineException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Requires that the work of an instance without a container is not on another engine.
	 */
	void requireNotElsewhere(Instance instance, InstanceFolder folder) {
		if (instance.container() == null) {
			CopyVolumes.requireNotElsewhere(folder, instance.branch(), this.engine);
		}
	}

	/**
	 * Requires a container for the work in an instance's volumes, if it has any. Somebody
	 * else can have removed it.
	 */
	void requireContainer(Instance instance, InstanceFolder folder) {
		if (instance.container() == null && CopyVolumes.of(folder).isPresent()) {
			throw new InstanceException(FailureKind.FAILED,
					"the container of branch \"%s\" is gone, but its volumes have its work"
						.formatted(instance.branch()),
					"'hjk run %s' makes a container for them".formatted(ShellWord.quoted(instance.branch().value())));
		}
	}

	/**
	 * Removes the volumes of an instance, if it has any.
	 */
	void removeVolumes(InstanceFolder folder) {
		CopyVolumes.of(folder).ifPresent((volumes) -> volumes.remove(this.engine, folder));
	}

	/**
	 * Removes the volumes of an instance that could not be made.
	 */
	void discardVolumes(InstanceFolder folder, RuntimeException failure) {
		try {
			removeVolumes(folder);
		}
		catch (EngineException ex) {
			failure.addSuppressed(ex);
		}
	}

}
