package com.headjack.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.Image;
import com.headjack.engine.MountProof;
import com.headjack.failure.FailureKind;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.host.HostUser;

/**
 * Prepares a container after its start: proves that it sees this machine's files, gives
 * the host's user a name and a home folder in it, and checks for the programs that
 * sessions need.
 */
final class ContainerPreparation {

	private static final int PROGRAM_MISSING = 69;

	/**
	 * A home folder with many files takes its time to change its owner.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ContainerEngine engine;

	/**
	 * Leads from one script to the other. For a main program an engine takes root's home,
	 * unless the image names one.
	 */
	private static final String BETWEEN = """
			shift 3
			root=$(entry_of root)
			[ "$uid" = 0 ] || [ "$HOME" != "${root#*:}" ] || HOME=$home
			""";

	private static final String OWN = """
			chown -h "$uid:$gid" "$own"
			""";

	/**
	 * Gives the user the volumes, which root has made.
	 */
	private static final String VOLUMES = """
			for volume in /workspace /var/log/headjack /var/lib/headjack; do
				[ "$(stat -c %u "$volume")" = "$1" ] || chown "$1:$2" "$volume"
			done
			""";

	private final String script;

	private final String alone;

	private final String beginning;

	/**
	 * Creates a preparation.
	 * @param script the script that root runs in a container after its start
	 * @param git the script for git in a container that has just started
	 */
	ContainerPreparation(ContainerEngine engine, String script, String git) {
		this.engine = engine;
		this.script = MountProof.SCRIPT + script;
		this.alone = VOLUMES + script;
		this.beginning = script + BETWEEN + git + OWN;
	}

	/**
	 * Plans the first start of a container.
	 * @param configuration git's configuration for it
	 * @param mounts the folders that it must share with this machine
	 * @return the plan, which the caller closes once the container is ready
	 */
	ContainerBeginning begin(ContainerConfiguration configuration, InstanceMounts mounts) {
		return ContainerBeginning.of(this.beginning, configuration, mounts);
	}

	/**
	 * Prepares a container.
	 * @param container the container's id
	 * @param image the name of its image
	 * @param mounts the folders that it must share with this machine
	 */
	void prepare(String container, String image, InstanceMounts mounts) {
		try (MountProof proof = mounts.proof()) {
			ExecResult result = run(container, image, this.script,
					Stream.concat(proof.arguments(mounts.targets()).stream(), user(mounts.worktree(), image).stream())
						.toList());
			proof.require(this.engine, result);
			require(image, result);
		}
	}

	/**
	 * Prepares a container that shares nothing with this machine.
	 * @param container the container's id
	 * @param image the name of its image
	 * @param worktree the worktree, whose owner gets a home in the container
	 */
	void prepare(String container, String image, Path worktree) {
		require(image, run(container, image, this.alone, user(worktree, image)));
	}

	private ExecResult run(String container, String image, String text, List<String> arguments) {
		try {
			return this.engine.exec(container, ExecRequest.script(text, arguments).within(PATIENCE));
		}
		catch (ContainerNotRunningException ex) {
			throw new InstanceException(FailureKind.UNAVAILABLE,
					"the container of image \"%s\" ended as soon as it was started".formatted(image),
					AgentImage.remedy(image,
							"an image needs a POSIX shell, tmux and git; " + AgentImage.NAME + " has them",
							"build the image anew: this one is not whole"));
		}
	}

	private List<String> user(Path worktree, String image) {
		HostUser user = HostUser.ownerOf(worktree);
		String imageUser = this.engine.findImage(image).map(Image::user).orElse("");
		return List.of(String.valueOf(user.uid()), String.valueOf(user.gid()), imageUser.split(":", 2)[0]);
	}

	private static void require(String image, ExecResult result) {
		if (result.code() == PROGRAM_MISSING) {
			throw new InstanceException(FailureKind.UNAVAILABLE,
					"the image \"%s\" has no %s".formatted(image, result.output().strip()),
					AgentImage.remedy(image, "add it to the image, or use " + AgentImage.NAME,
							"rebuild the image: this one is not whole"));
		}
		if (!result.succeeded()) {
			throw new InstanceException(FailureKind.FAILED,
					"the container could not be made ready: " + lastLine(result.errors()),
					AgentImage.remedy(image, "try another image, such as " + AgentImage.NAME,
							"run the command again with --debug to see more"));
		}
	}

	private static String lastLine(String text) {
		return Optional.of(text.strip()).map((lines) -> lines.substring(lines.lastIndexOf('\n') + 1)).orElse("");
	}

}
