package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.gitconfig.ContainerFiles;
import com.headjack.host.HostUser;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Gives containers the configuration of git, as it is on the host at the time.
 */
final class ContainerGit {

	private final Worktrees worktrees;

	private final ContainerEngine engine;

	private final String script;

	/**
	 * Creates the access to git in containers.
	 * @param script the script that runs in a container after its start
	 */
	ContainerGit(Worktrees worktrees, ContainerEngine engine, String script) {
		this.worktrees = worktrees;
		this.engine = engine;
		this.script = script;
	}

	/**
	 * Writes the configuration for a container that is yet to be created.
	 * @return the configuration
	 */
	ContainerConfiguration deliver(Worktree worktree, InstanceFolder folder) {
		this.worktrees.prepareLargeFiles(worktree);
		ContainerConfiguration configuration = this.worktrees.configuration(worktree);
		GitDelivery.deliver(configuration, Set.of(), folder.git());
		return configuration;
	}

	/**
	 * Adapts the configuration to a container in which git reads it already.
	 * @param path the folder of the worktree
	 * @param folder the instance's folder
	 * @param configuration the configuration
	 * @param found the programs, of those that it needs, that the container has
	 * @param log the progress listener
	 */
	void adapt(Path path, InstanceFolder folder, ContainerConfiguration configuration, Set<String> found,
			LaunchLog log) {
		this.worktrees.at(path).ifPresent((worktree) -> refresh(worktree, folder, configuration, found, log));
	}

	/**
	 * Has git in a container that has just started read the configuration.
	 * @param path the folder of the worktree
	 * @param folder the instance's folder
	 * @param container the container, running
	 * @param log the progress listener
	 */
	void begin(Path path, InstanceFolder folder, String container, LaunchLog log) {
		this.worktrees.at(path).ifPresent((worktree) -> {
			ContainerConfiguration configuration = this.worktrees.configuration(worktree);
			refresh(worktree, folder, configuration, programs(container, path, configuration.programs()), log);
		});
	}

	/**
	 * Brings a copy of the configuration into a container that does not see it.
	 * @param path the folder of the worktree
	 * @param folder the instance's folder
	 * @param container the container, running
	 */
	void copy(Path path, InstanceFolder folder, String container) {
		this.worktrees.at(path)
			.map((worktree) -> this.worktrees.configuration(worktree).repositoryText())
			.ifPresent((repository) -> new GitCopy(this.engine, container).put(folder.git(), repository));
	}

	/**
	 * Brings the configuration of a running container up to date, and tells what changed
	 * for the user.
	 * @param path the folder of the worktree
	 * @param folder the instance's folder
	 * @param container the container, running
	 * @param log the progress listener
	 */
	void refresh(Path path, InstanceFolder folder, String container, LaunchLog log) {
		this.worktrees.at(path).ifPresent((worktree) -> {
			ContainerConfiguration configuration = this.worktrees.configuration(worktree);
			Set<String> wanted = configuration.programs();
			refresh(worktree, folder, configuration, wanted.isEmpty() ? wanted : programs(container, path, wanted),
					log);
		});
	}

	private void refresh(Worktree worktree, InstanceFolder folder, ContainerConfiguration configuration,
			Set<String> found, LaunchLog log) {
		List<String> notices = new ArrayList<>(GitDelivery.deliver(configuration, found, folder.git()));
		List<String> general = configuration.notices(found, "");
		List<String> all = configuration.misses(found) ? configuration.notices(found, attributes(worktree, folder))
				: general;
		notices.addAll(0, all);
		NoticeFile file = folder.notices();
		if (!file.exists() && !all.equals(general)) {
			// Later, the worktree holds what the container wrote.
			this.worktrees.settle(worktree);
		}
		if (!file.exists() || !file.read().equals(notices)) {
			file.write(notices);
			notices.forEach(log::notice);
		}
	}

	private Set<String> programs(String container, Path worktree, Set<String> wanted) {
		List<String> arguments = Stream
			.concat(Stream.of(ContainerFiles.FOLDER + "/" + ContainerFiles.CONFIGURATION), wanted.stream())
			.toList();
		ExecResult result = this.engine.exec(container,
				ExecRequest.script(this.script, arguments).as(HostUser.ownerOf(worktree)));
		Set<String> found = new LinkedHashSet<>(result.output().lines().toList());
		found.retainAll(wanted);
		return found;
	}

	/**
	 * Returns the attributes of files, those of the user included.
	 */
	private String attributes(Worktree worktree, InstanceFolder folder) {
		String own = Stream
			.of(folder.git().path().resolve("core.attributesfile"),
					folder.git().path().resolve("core.attributesfile.repository"),
					worktree.repository().commonDirectory().resolve("info/attributes"))
			.flatMap((file) -> text(file).stream())
			.reduce("", (text, more) -> text + "\n" + more);
		return this.worktrees.attributes(worktree) + "\n" + own;
	}

	private static Optional<String> text(Path file) {
		try {
			return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
