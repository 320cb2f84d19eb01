package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.host.FolderDeletion;

/**
 * The files that git keeps of one worktree. A container can write them.
 *
 * @param worktree the worktree
 */
record OwnFiles(Worktree worktree) {

	private static final long LONGEST = 64 * 1024;

	private static final List<String> GIVEN = List.of("commondir", "gitdir", "config.worktree", "logs");

	/**
	 * Deletes what git could only wait for, and gives the worktree its branch back if it
	 * has none.
	 * @return whether there is no index any more
	 */
	boolean mend() {
		Path own = this.worktree.gitDirectory();
		try (Stream<Path> files = Files.list(own)) {
			for (Path file : files.filter(OwnFiles::unreadable).toList()) {
				FolderDeletion.of(file);
			}
			return check(own);
		}
		catch (IOException ex) {
			// The next command of git tells the failure.
			return false;
		}
	}

	private boolean check(Path own) throws IOException {
		boolean headless = Files.notExists(own.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
		if (headless) {
			Files.writeString(own.resolve("HEAD"), "ref: " + this.worktree.branch().reference() + "\n");
		}
		return Files.notExists(own.resolve("index"), LinkOption.NOFOLLOW_LINKS);
	}

	private static boolean unreadable(Path file) {
		String name = String.valueOf(file.getFileName());
		if (GIVEN.contains(name)) {
			return false;
		}
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			boolean plain = name.equals("HEAD") || name.equals("index");
			return attributes.isOther() || attributes.isSymbolicLink() || (plain && attributes.isDirectory())
					|| (name.matches("[A-Z_]*HEAD|locked") && attributes.size() > LONGEST);
		}
		catch (IOException ex) {
			return false;
		}
	}

}
