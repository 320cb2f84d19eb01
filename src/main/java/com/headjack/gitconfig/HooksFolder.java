package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The folder of hooks that the configuration names.
 *
 * @param place the folders of the host
 * @param value the value of the setting, or {@code null} if it has none
 */
record HooksFolder(HostPlace place, @Nullable String value) {

	private static final String NONE = "/dev/null";

	/**
	 * Returns the value in a container.
	 */
	@Nullable String inContainer() {
		String text = this.value;
		if (text == null || relative(text) || text.equals(NONE) || this.place.visible(text)) {
			return text;
		}
		Path folder = this.place.resolve(text).normalize();
		if (folder.startsWith(this.place.commonDirectory().resolve("hooks"))) {
			return text;
		}
		return ofTheWorktree(folder).map(Path::toString).orElse(ContainerFiles.path(ContainerFiles.HOOKS));
	}

	/**
	 * A folder of the main working tree is in this one, too, if it is committed.
	 */
	private Optional<Path> ofTheWorktree(Path folder) {
		return Optional.of(this.place.root())
			.filter((root) -> folder.startsWith(root) && !folder.startsWith(this.place.commonDirectory()))
			.map((root) -> root.relativize(folder))
			.filter((inside) -> this.place.exists().test(this.place.worktree().resolve(inside)));
	}

	private static boolean relative(String text) {
		return !text.startsWith("/") && !text.startsWith("~");
	}

	/**
	 * Returns the folder that a container needs a copy of.
	 */
	Optional<HostCopy> copy() {
		String inside = inContainer();
		if (this.value == null || inside == null || !inside.equals(ContainerFiles.path(ContainerFiles.HOOKS))) {
			return Optional.empty();
		}
		return Optional.of(new HostCopy(ContainerFiles.HOOKS, List.of(this.place.resolve(this.value)), true));
	}

	/**
	 * Tells which hooks do not run, though they run in the main working tree.
	 */
	Optional<String> notice() {
		String inside = inContainer();
		if (inside == null || inside.isEmpty() || !relative(inside) || there(this.place.worktree(), inside)
				|| !there(this.place.root(), inside)) {
			return Optional.empty();
		}
		return Optional.of("hooks do not run yet: this branch has no folder " + inside
				+ ", which core.hooksPath names; what makes it in the main working tree makes it here, too");
	}

	private boolean there(Path folder, String inside) {
		return this.place.exists().test(folder.resolve(inside));
	}

}
