package com.headjack.store.keyctl;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.Assert;

import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;

/**
 * A user with the quota of an ordinary one: for root one whom nobody but the programs
 * that are started here knows, for anybody else himself.
 */
final class KeyUser implements AutoCloseable {

	private static final String NAME = "headjack-test";

	// Above the users of a machine, and below what systemd makes.
	private static final int FIRST_UID = 60_100;

	private static final int UIDS = 1_000;

	private static final String BEGIN = "mount --bind \"$1\" /etc/passwd; user=$2; become=$3; shift 3; ";

	// Each lookup of one by its name makes both.
	private static final String REMOVE = "keyrings=$($become keyctl id @u; $become keyctl id @us); "
			+ "for keyring in $keyrings; do $become keyctl invalidate \"$keyring\"; done";

	private final Path folder;

	private final boolean root;

	// So that another run does not use up the quota.
	private final long uid = ThreadLocalRandom.current().nextLong(FIRST_UID, FIRST_UID + UIDS);

	/**
	 * Makes the user.
	 * @param folder an empty folder
	 */
	KeyUser(Path folder) throws Exception {
		this.folder = folder;
		this.root = Files.getAttribute(folder, "unix:uid").equals(0);
		if (this.root) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
			Files.writeString(folder.resolve("passwd"), Files.readString(Path.of("/etc/passwd"))
					+ "%s:*:%2$s:%2$s::%3$s:/bin/sh\n".formatted(NAME, this.uid, folder));
			for (String path : classes()) {
				Process copy = new ProcessBuilder("cp", "--recursive", path, copy(path)).inheritIO().start();
				Assert.state(copy.waitFor() == 0, "not copied");
			}
		}
	}

	/**
	 * Where the program's classes are.
	 */
	static List<String> classes() throws URISyntaxException {
		List<String> paths = new ArrayList<>();
		for (Class<?> type : List.of(SecretStore.class, KeyctlStoreProgram.class, Assert.class)) {
			paths.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
		}
		return paths;
	}

	private String copy(String path) {
		return this.folder.resolve(Path.of(path).getFileName()).toString();
	}

	List<KeySession> sessions() {
		return Stream.of(KeySession.values()).filter((session) -> this.root || !session.onlyRoot()).toList();
	}

	/**
	 * Begins a session.
	 */
	KeyShell begin(KeySession session) throws Exception {
		if (!this.root) {
			return new KeyShell(StoreProgram.start(List.of("sh", "-c", "become=; " + session.script(), "sh"),
					KeyctlStoreProgram.class, List.of()));
		}
		String classPath = classes().stream().map(this::copy).collect(Collectors.joining(":"));
		return new KeyShell(
				StoreProgram.start(words(BEGIN + session.script()), classPath, KeyctlStoreProgram.class, List.of()));
	}

	private List<String> words(String script) {
		String become = "setpriv --reuid=%1$s --regid=%1$s --clear-groups --inh-caps=-all --bounding-set=-all"
			.formatted(this.uid);
		return List.of("unshare", "--mount", "sh", "-c", "set -e; " + script, "sh",
				this.folder.resolve("passwd").toString(), NAME, become);
	}

	/**
	 * Removes the keyrings of a user who is none of this machine's.
	 */
	@Override
	public void close() throws IOException {
		if (this.root) {
			StoreProgram.output(new ProcessBuilder(words(BEGIN + REMOVE)).redirectErrorStream(true).start());
		}
	}

}
