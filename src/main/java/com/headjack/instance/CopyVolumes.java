package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Mount;
import com.headjack.failure.FailureKind;
import com.headjack.text.ShellWord;
import com.headjack.host.UntrustedFile;
import com.headjack.worktree.BranchName;

/**
 * The volumes of an instance whose container has a copy of the repository. They outlive
 * the container, so that work in them does.
 *
 * @param name the beginning of their names
 * @param address the address of the engine that has them
 */
record CopyVolumes(String name, String address) {

	private static final int LONGEST = 4096;

	/**
	 * Returns the volumes that an instance has had before.
	 * @param folder the instance's folder
	 * @return the volumes, or empty if it never had any
	 */
	static Optional<CopyVolumes> of(InstanceFolder folder) {
		return new UntrustedFile(file(folder), LONGEST).text()
			.map((text) -> text.split("\n", -1))
			.filter((lines) -> lines.length > 1)
			.map((lines) -> new CopyVolumes(lines[0], lines[1]));
	}

	/**
	 * Returns the volumes of an instance, which are its own for as long as it lives.
	 * @param folder the instance's folder
	 * @param id the instance
	 * @param engine the engine
	 * @return the volumes, which need not exist
	 */
	static CopyVolumes in(InstanceFolder folder, InstanceId id, ContainerEngine engine) {
		return of(folder).orElseGet(() -> recorded(folder, new CopyVolumes("hjk-" + id, engine.version().address())));
	}

	/**
	 * Requires that an instance without a container has no volumes on another engine.
	 * @throws InstanceException if it has
	 */
	static void requireNotElsewhere(InstanceFolder folder, BranchName branch, ContainerEngine engine) {
		Optional<CopyVolumes> volumes = of(folder);
		if (volumes.isPresent() && !volumes.get().address().equals(engine.version().address())) {
			throw new InstanceException(FailureKind.UNAVAILABLE,
					"the work of branch \"%s\" is on the engine at %s".formatted(branch, volumes.get().address()),
					"use that engine again, with 'hjk run %s --on NAME' or with 'DOCKER_HOST=%s'"
						.formatted(ShellWord.quoted(branch.value()), volumes.get().address()));
		}
	}

	private static CopyVolumes recorded(InstanceFolder folder, CopyVolumes volumes) {
		try {
			Files.writeString(file(folder), volumes.name() + "\n" + volumes.address() + "\n");
			return volumes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path file(InstanceFolder folder) {
		return folder.path().resolve("volumes");
	}

	List<Mount.Volume> mounts() {
		return List.of(new Mount.Volume(this.name + "-workspace", ContainerPaths.WORKSPACE),
				new Mount.Volume(this.name + "-output", ContainerPaths.OUT),
				new Mount.Volume(this.name + "-conversations", ContainerPaths.CONVERSATIONS));
	}

	/**
	 * Removes the volumes, and the record of them.
	 * @param folder the instance's folder
	 */
	void remove(ContainerEngine engine, InstanceFolder folder) {
		mounts().forEach((mount) -> engine.removeVolume(mount.name()));
		forget(folder);
	}

	/**
	 * Removes the record of volumes alone.
	 */
	static void forget(InstanceFolder folder) {
		try {
			Files.deleteIfExists(file(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
