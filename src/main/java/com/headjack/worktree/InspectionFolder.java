package com.headjack.worktree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.UntrustedFile;
import com.headjack.process.ShutdownHook;

/**
 * A copy of what git needs to inspect a worktree, without the worktree's own
 * configuration: once git on the host has written that, a container can write it, too,
 * and name programs there.
 *
 * @param path its folder
 */
record InspectionFolder(Path path) {

	private static final int LONGEST = 4096;

	private static final long LARGEST = 1L << 30;

	private static final int MOST = 16;

	/**
	 * Inspects a copy of a worktree.
	 * @param <T> the type of the result
	 * @param worktree the worktree
	 * @param inspection gets the worktree with the copy as its git directory, which is
	 * deleted afterwards
	 * @return the result of the inspection
	 */
	static <T> T inspect(Worktree worktree, Function<Worktree, T> inspection) {
		InspectionFolder folder = create();
		try (ShutdownHook _ = ShutdownHook.undoing(() -> Folders.deleteAll(folder.path()))) {
			folder.fill(worktree);
			return inspection
				.apply(new Worktree(worktree.repository(), worktree.branch(), worktree.path(), folder.path()));
		}
		catch (IOException ex) {
			throw failure(ex);
		}
		finally {
			Folders.deleteAll(folder.path());
		}
	}

	private static InspectionFolder create() {
		try {
			return new InspectionFolder(Files.createTempDirectory("hjk"));
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	private static HeadjackException failure(IOException cause) {
		return new HeadjackException(FailureKind.FAILED, "cannot look for unsaved work: " + cause.getMessage(),
				"make sure that there is room in the folder of temporary files", cause);
	}

	private void fill(Worktree worktree) throws IOException {
		Path own = worktree.gitDirectory();
		Files.writeString(this.path.resolve("commondir"), worktree.repository().commonDirectory() + "\n");
		Files.writeString(this.path.resolve("gitdir"), worktree.path().resolve(".git") + "\n");
		Files.writeString(this.path.resolve("HEAD"),
				new UntrustedFile(own.resolve("HEAD"), LONGEST).text().orElse("unknown"));
		for (Path index : indexes(own)) {
			copy(index);
		}
	}

	private static List<Path> indexes(Path own) throws IOException {
		try (Stream<Path> files = Files.list(own)) {
			return files.filter((file) -> file.getFileName().toString().matches("index|sharedindex\\.[0-9a-f]+"))
				.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.limit(MOST)
				.toList();
		}
	}

	/**
	 * Copies a file with its time, by which git tells what has changed since.
	 */
	private void copy(Path file) throws IOException {
		Path target = this.path.resolve(file.getFileName());
		FileTime time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
		try (FileChannel from = new UntrustedFile(file, 0).open();
				FileChannel to = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			long size = from.size();
			if (size > LARGEST) {
				throw new FileSystemException(file.toString(), null, "larger than 1 GiB");
			}
			long done = 0;
			for (long count = 1; count > 0 && done < size; done += count) {
				count = from.transferTo(done, size - done, to);
			}
		}
		Files.setLastModifiedTime(target, time);
	}

}
