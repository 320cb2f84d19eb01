package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The system's own ssh, so that the user's configuration, keys and known hosts count. It
 * asks no questions, and keeps its connection to a machine for the next commands.
 *
 * @param host this machine
 * @param destination the engine
 * @see <a href="https://man.openbsd.org/ssh_config">ssh_config(5)</a>
 */
record SshProgram(HostEnvironment host, SshDestination destination) {

	private static final List<String> OPTIONS = List.of("-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o",
			"ServerAliveInterval=15", "-o", "ClearAllForwardings=yes", "-o", "PermitLocalCommand=no", "-o",
			"RemoteCommand=none");

	/**
	 * The name of the socket of a kept connection. While it is made, ssh adds 17
	 * characters to it.
	 */
	private static final String KEPT = "headjack-ssh-%C";

	private static final Set<PosixFilePermission> OWNERS_ONLY = Set
		.copyOf(PosixFilePermissions.fromString("rwx------"));

	private static final int LONGEST_FOLDER = 103 - 17 - KEPT.length() - 38 - 1;

	/**
	 * Starts a connection to the engine.
	 * @param errors where its error messages go
	 * @return the program, whose input and output are those of the engine
	 */
	Process start(ProcessBuilder.Redirect errors) {
		ProcessBuilder builder = new ProcessBuilder(words()).redirectError(errors);
		this.host.prepare(builder);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new EngineUnavailableException(
					"cannot start ssh for the container engine at " + this.destination.uri(),
					"install OpenSSH's client, and see that 'ssh' is in a folder of PATH", ex);
		}
	}

	List<String> words() {
		List<String> words = new ArrayList<>(List.of("ssh"));
		words.addAll(OPTIONS);
		folder().ifPresent((folder) -> words.addAll(List.of("-o", "ControlMaster=auto", "-o", "ControlPersist=10m",
				"-o", "ControlPath=" + folder.resolve(KEPT))));
		words.addAll(this.destination.words());
		words.add(this.destination.command());
		return words;
	}

	/**
	 * Finds a folder with a path that is short enough, and of this user alone: ssh trusts
	 * whoever has made the socket.
	 */
	private Optional<Path> folder() {
		return Stream
			.concat(this.host.folder(KnownVariable.XDG_RUNTIME_DIR).stream(),
					Stream.of(this.host.home().resolve(".ssh")))
			.filter(SshProgram::isPrivate)
			.filter((folder) -> folder.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_FOLDER)
			.filter((folder) -> folder.toString().matches("[^%\"\\s]+"))
			.findFirst();
	}

	private static boolean isPrivate(Path folder) {
		try {
			PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return attributes.isDirectory() && attributes.permissions().equals(OWNERS_ONLY)
					&& attributes.owner().equals(user());
		}
		catch (IOException | UnsupportedOperationException _) {
			return false;
		}
	}

	private static UserPrincipal user() throws IOException {
		Path own = Files.createTempFile("hjk", "");
		try {
			return Files.getOwner(own);
		}
		finally {
			Files.delete(own);
		}
	}

}
