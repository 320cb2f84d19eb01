package com.headjack.host;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Deletes a folder that a container filled. Its folders can be deeper than a path may be
 * long: so each is moved to the top before its content is deleted. No symbolic link is
 * followed.
 */
public final class FolderDeletion {

	private static final Set<PosixFilePermission> OWN = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	private final Path top;

	private final Deque<Path> folders = new ArrayDeque<>();

	private int moved;

	private @Nullable IOException failure;

	private FolderDeletion(Path top) {
		this.top = top;
	}

	/**
	 * Deletes a folder and its content, as far as possible.
	 * @param folder the folder, which need not exist
	 * @throws IOException the first failure, if something is left
	 */
	public static void of(Path folder) throws IOException {
		if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			new FolderDeletion(folder).run();
		}
		else {
			Files.deleteIfExists(folder);
		}
	}

	private void run() throws IOException {
		empty(this.top);
		while (!this.folders.isEmpty()) {
			Path folder = this.folders.removeLast();
			empty(folder);
			delete(folder);
		}
		try {
			Files.deleteIfExists(this.top);
		}
		catch (IOException ex) {
			throw (this.failure != null) ? this.failure : ex;
		}
	}

	private void empty(Path folder) {
		permit(folder);
		try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
			for (Path child : children) {
				remove(child);
			}
		}
		catch (IOException ex) {
			note(ex);
		}
	}

	private void remove(Path child) {
		try {
			Files.deleteIfExists(child);
		}
		catch (DirectoryNotEmptyException ex) {
			lift(child);
		}
		catch (IOException ex) {
			note(ex);
		}
	}

	private void lift(Path folder) {
		if (this.top.equals(folder.getParent())) {
			this.folders.add(folder);
			return;
		}
		permit(folder);
		Path place = this.top.resolve(".deleted-" + UniqueName.current() + "-" + this.moved++);
		try {
			this.folders.add(Files.move(folder, place));
		}
		catch (IOException ex) {
			note(ex);
		}
	}

	private void delete(Path folder) {
		try {
			Files.deleteIfExists(folder);
		}
		catch (IOException ex) {
			note(ex);
		}
	}

	/**
	 * Lets the owner into a folder, as far as possible.
	 */
	private static void permit(Path folder) {
		PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
		try {
			if (view != null && !view.readAttributes().permissions().containsAll(OWN)
					&& Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
				view.setPermissions(OWN);
			}
		}
		catch (IOException ex) {
			// The deletion of its content tells the failure.
		}
	}

	private void note(IOException ex) {
		if (this.failure == null) {
			this.failure = ex;
		}
	}

}
