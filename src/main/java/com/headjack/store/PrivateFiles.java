package com.headjack.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.headjack.text.ShellWord;

/**
 * Files and folders that only their owner can access, on file systems with owners.
 */
public final class PrivateFiles {

	private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	private static final Set<PosixFilePermission> OWNER_FILE = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private final boolean posix;

	/**
	 * Creates a view of a file system.
	 * @param system the file system
	 */
	public PrivateFiles(FileSystem system) {
		this.posix = system.supportedFileAttributeViews().contains("posix");
	}

	/**
	 * Checks a folder's type and permissions.
	 * @param folder the folder
	 * @return the flaw, or empty if the folder is safe
	 * @throws IOException if it cannot be read
	 */
	public Optional<Flaw> flawOfFolder(Path folder) throws IOException {
		return attributes(folder).isDirectory() ? flawOfMode(folder, "700")
				: Optional.of(new Flaw("is not a folder of its own", "move it away"));
	}

	/**
	 * Checks a file's type and permissions.
	 * @param file the file
	 * @return the flaw, or empty if the file is safe
	 * @throws IOException if it cannot be read
	 */
	public Optional<Flaw> flawOfFile(Path file) throws IOException {
		return attributes(file).isRegularFile() ? flawOfMode(file, "600")
				: Optional.of(new Flaw("is not a regular file", "move it away"));
	}

	private static BasicFileAttributes attributes(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	private Optional<Flaw> flawOfMode(Path path, String mode) throws IOException {
		if (!this.posix) {
			return Optional.empty();
		}
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
		return OWNER.containsAll(permissions) ? Optional.empty()
				: Optional.of(new Flaw("is open to others (%s)".formatted(PosixFilePermissions.toString(permissions)),
						"run: chmod %s %s".formatted(mode, ShellWord.quoted(path.toString()))));
	}

	/**
	 * Lists a folder.
	 * @param folder the folder
	 * @param pattern a glob for the names, such as {@code *}
	 * @return the paths in no particular order
	 * @throws IOException if it cannot be read
	 */
	public List<Path> entries(Path folder, String pattern) throws IOException {
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
			List<Path> paths = new ArrayList<>();
			entries.forEach(paths::add);
			return paths;
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Creates a folder for its owner alone, with the folders above it, if it is missing.
	 * @param folder the folder
	 * @throws IOException if it cannot be created
	 */
	public void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, attributes(OWNER));
	}

	/**
	 * Opens a file for writing, and creates it for its owner alone if it is missing;
	 * fails on a symbolic link.
	 * @param file the file
	 * @param creation whether it may be there, or has to be
	 * @return the open file, which the caller closes
	 * @throws IOException if it cannot be opened
	 */
	public FileChannel open(Path file, OpenOption creation) throws IOException {
		return FileChannel.open(file, Set.of(creation, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
				attributes(OWNER_FILE));
	}

	/**
	 * Writes a folder's entries to disk, if the file system supports that.
	 * @param folder the folder
	 */
	public void sync(Path folder) {
		if (this.posix) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
			catch (IOException ex) {
				// The change is made, and an exception would say otherwise.
			}
		}
	}

	private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
		return this.posix ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
				: new FileAttribute<?>[0];
	}

	/**
	 * A reason not to use a file or folder.
	 *
	 * @param clause a clause whose subject is the file or folder
	 * @param remedy what to do about it
	 */
	public record Flaw(String clause, String remedy) {

	}

}
