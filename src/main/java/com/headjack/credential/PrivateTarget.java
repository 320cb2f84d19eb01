package com.headjack.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.text.ShellWord;

/**
 * A file of the user's that is to hold a login. Nobody else can read it at any moment,
 * and it has its old content or the new one, whole.
 *
 * @param file the file by an absolute path
 */
record PrivateTarget(Path file) {

	/**
	 * Makes the folder of an agent's files, for its owner alone.
	 * @throws CredentialException if it is a link, or cannot be made
	 */
	static void makeFolder(Path folder) {
		if (Files.isSymbolicLink(folder)) {
			throw refused(folder, "is a link", "name the file behind it: hjk auth export AGENT FILE");
		}
		try {
			Files.createDirectories(folder, ownersOnly("rwx------"));
		}
		catch (IOException ex) {
			throw refused(folder, "cannot be made: " + ex.getMessage(), "make sure that you may write there");
		}
	}

	/**
	 * Checks that the file is an ordinary one, or none yet in a folder that is there.
	 * @throws CredentialException if it is not
	 */
	void requirePlain() {
		if (Files.isSymbolicLink(this.file)) {
			throw refused(this.file, "is a link", "name the file behind it, or remove the link");
		}
		if (Files.isDirectory(this.file)) {
			throw refused(this.file, "is a folder", "name the file");
		}
		if (Files.exists(this.file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(this.file)) {
			throw refused(this.file, "is a pipe, a socket or a device, not a file", "name another file");
		}
		requireFolder(folder());
	}

	private static void requireFolder(Path folder) {
		if (!Files.exists(folder)) {
			throw new CredentialException(FailureKind.FAILED, "there is no folder " + Subject.shown(folder),
					"make it with 'mkdir -p %s', or name another file".formatted(ShellWord.quoted(folder.toString())));
		}
		if (!Files.isDirectory(folder)) {
			throw refused(folder, "is not a folder", "name another file");
		}
	}

	/**
	 * Writes the file.
	 * @throws CredentialException if it cannot be written; then it is unchanged
	 */
	void write(Secret content) {
		try {
			Path draft = Files.createTempFile(folder(), ".hjk-", ".tmp", ownersOnly("rw-------"));
			try {
				content.use((utf8) -> write(draft, utf8));
				Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(draft);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			throw refused(this.file, "cannot be written: " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

	private static Path write(Path draft, byte[] utf8) {
		try {
			return Files.write(draft, utf8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path folder() {
		return Objects.requireNonNull(this.file.getParent());
	}

	private static CredentialException refused(Path path, String what, String remedy) {
		return new CredentialException(FailureKind.FAILED, Subject.shown(path) + " " + what, remedy);
	}

	private static FileAttribute<?>[] ownersOnly(String permissions) {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
