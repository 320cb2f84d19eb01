package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user of the host who is not root: for root one without a name and a home of his own,
 * who is in the group of the engine's socket only; for anybody else himself.
 *
 * @param uid the user's number, and that of his group
 * @param words what his programs are started by
 */
record OrdinaryUser(int uid, List<String> words) {

	private static final int NAMELESS = 12_345;

	static OrdinaryUser forTestsIn(Path folder) throws IOException {
		int self = (int) Files.getAttribute(folder, "unix:uid");
		if (self != 0) {
			return new OrdinaryUser(self, List.of());
		}
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
		String socket = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
		Object group = Files.getAttribute(Path.of(socket.substring("unix://".length())), "unix:gid");
		return new OrdinaryUser(NAMELESS, List.of("setpriv", "--reuid=" + NAMELESS, "--regid=" + NAMELESS,
				"--groups=" + group, "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"));
	}

	/**
	 * Takes over a file, or a folder with all that it holds.
	 */
	void own(Path path) throws IOException {
		if (!this.words.isEmpty()) {
			try (Stream<Path> files = Files.walk(path)) {
				for (Path file : files.toList()) {
					Files.setAttribute(file, "unix:uid", this.uid, LinkOption.NOFOLLOW_LINKS);
					Files.setAttribute(file, "unix:gid", this.uid, LinkOption.NOFOLLOW_LINKS);
				}
			}
		}
	}

}
