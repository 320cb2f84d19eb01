package com.headjack.shell;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.HostUser;
import com.headjack.host.KnownVariable;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.Invocation;
import com.headjack.worktree.RepositoryFiles;

/**
 * Refuses a command of root that would leave files of root in another user's folders. It
 * looks only at the root of {@code sudo} and its like: root itself may own what it likes.
 */
final class RootGuard {

	private static final String ROOT = "root";

	private static final Set<String> READING = Set.of("ps", "logs", "script", "version", "help", "completion",
			"complete", "launcher", "image build");

	/**
	 * The commands that write only to the user's own folders, and the one that removes
	 * what root has left in a repository.
	 */
	private static final Set<String> OUTSIDE = Set.of("rm", "auth status", "doctor");

	private final HostEnvironment host;

	private final String user;

	private final ToIntFunction<Path> owner;

	/**
	 * Creates the guard.
	 * @param host the machine
	 * @param user the name of the user that hjk runs as
	 * @param owner returns the user ID of a path's owner
	 */
	RootGuard(HostEnvironment host, String user, ToIntFunction<Path> owner) {
		this.host = host;
		this.user = user;
		this.owner = owner;
	}

	static RootGuard of(HostEnvironment host) {
		return new RootGuard(host, System.getProperty("user.name", ""), (path) -> HostUser.ownerOf(path).uid());
	}

	/**
	 * Checks a command before it runs.
	 * @param invocation the parsed command line
	 * @throws HeadjackException if it would leave files of root
	 */
	void check(Invocation invocation) {
		CommandDefinition command = invocation.command();
		if (!this.user.equals(ROOT) || READING.contains(command.getName()) || reads(invocation)) {
			return;
		}
		Stream<Path> places = OUTSIDE.contains(command.getName()) ? own() : Stream.concat(own(), repository());
		tool().ifPresent((tool) -> places.filter((place) -> this.owner.applyAsInt(place) != 0)
			.findFirst()
			.ifPresent((place) -> refuse(tool, place)));
	}

	private static boolean reads(Invocation invocation) {
		return invocation.flag("help") || (invocation.command().getName().equals("config") && !invocation.flag("edit")
				&& invocation.argument(1).isEmpty());
	}

	private Optional<String> tool() {
		return Stream
			.of(tool(KnownVariable.SUDO_UID, "sudo"), tool(KnownVariable.DOAS_USER, "doas"),
					tool(KnownVariable.PKEXEC_UID, "pkexec"))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<String> tool(KnownVariable user, String name) {
		return this.host.variable(user)
			.filter((invoking) -> !invoking.equals("0") && !invoking.equals(ROOT))
			.map((_) -> name);
	}

	/**
	 * Returns the user's own folders, or the nearest folder that exists.
	 */
	private Stream<Path> own() {
		HostPaths paths = HostPaths.of(this.host);
		return Stream.of(this.host.home(), paths.configuration(), paths.worktrees(), paths.sessions(), paths.history())
			.map(RootGuard::existing);
	}

	private Stream<Path> repository() {
		return RepositoryFiles.of(this.host.workingDirectory())
			.map(RepositoryFiles::repository)
			.stream()
			.flatMap((repository) -> Stream.of(repository.root(), repository.commonDirectory()));
	}

	private static Path existing(Path path) {
		Path parent = path.getParent();
		return (parent == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) ? path : existing(parent);
	}

	private static void refuse(String tool, Path place) {
		throw new HeadjackException(FailureKind.MISUSED,
				"hjk runs as root by " + tool + ", and " + place
						+ " belongs to another user: files of root would stay there",
				"run hjk without " + tool
						+ "; if the engine refuses you then, join its group (docker), or use rootless Podman");
	}

}
