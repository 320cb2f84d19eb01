package com.headjack.worktree;

import java.nio.file.Path;

import com.headjack.text.Sha256;

/**
 * A git repository on the host.
 *
 * @param commonDirectory the real path of the folder that all its worktrees share
 * @param root the folder that identifies it to the user: its main working tree, or the
 * common folder of a bare repository or a submodule
 * @param name a short name to show
 * @param id a name that is unique on this machine and can be part of the name of a folder
 * or a container
 */
public record Repository(Path commonDirectory, Path root, String name, String id) {

	private static final int LONGEST = 40;

	/**
	 * Describes a repository.
	 * @param commonDirectory the real path of the folder that all its worktrees share
	 * @return the repository
	 */
	static Repository of(Path commonDirectory) {
		Path parent = commonDirectory.getParent();
		Path root = (parent != null && commonDirectory.endsWith(".git")) ? parent : commonDirectory;
		String name = nameOf(root);
		return new Repository(commonDirectory, root, name, slug(name) + "-" + hash(commonDirectory));
	}

	/**
	 * Returns the name to show for a repository.
	 * @param root the folder that identifies it to the user
	 * @return the folder's name, without the ending of bare repositories
	 */
	public static String nameOf(Path root) {
		Path last = root.getFileName();
		String name = (last != null) ? last.toString() : "root";
		return (name.length() > 4 && name.endsWith(".git")) ? name.substring(0, name.length() - 4) : name;
	}

	private static String slug(String name) {
		String slug = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
		String safe = slug.isEmpty() ? "repository" : slug;
		return safe.substring(0, Math.min(LONGEST, safe.length()));
	}

	private static String hash(Path path) {
		return Sha256.hex(path.toString()).substring(0, 8);
	}

}
