package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.headjack.failure.FailureKind;
import com.headjack.host.FolderDeletion;
import com.headjack.host.HostPaths;

/**
 * The host's folder for an instance. It holds the records of the sessions, which the
 * container cannot reach, their output and the agents' conversations, which the container
 * writes.
 *
 * @param path the folder
 */
public record InstanceFolder(Path path) {

	/**
	 * Returns the folder of an instance.
	 * @param paths the host's folders, among them that of all instances
	 * @param id the instance
	 * @return the folder, which need not exist
	 */
	public static InstanceFolder of(HostPaths paths, InstanceId id) {
		return new InstanceFolder(paths.sessions().resolve(id.value()));
	}

	/**
	 * Returns the folder of an instance, which stays where it was when the container was
	 * made.
	 * @param paths the host's folders, among them that of all instances
	 * @param instance the instance
	 * @return the folder, which need not exist
	 */
	public static InstanceFolder of(HostPaths paths, Instance instance) {
		return (instance.folder() != null) ? new InstanceFolder(instance.folder()) : of(paths, instance.id());
	}

	/**
	 * Returns the folder that the container writes to.
	 * @return the folder
	 */
	public Path out() {
		return this.path.resolve("out");
	}

	/**
	 * Returns the folder of what agents keep of their conversations. The container writes
	 * it; nothing on the host reads it.
	 * @return the folder
	 */
	public Path conversations() {
		return this.path.resolve("conversations");
	}

	/**
	 * Returns the folder of git's configuration, which the container reads.
	 * @return the folder
	 */
	GitFolder git() {
		return new GitFolder(this.path.resolve("git"));
	}

	/**
	 * Returns what the user has to know of the container, as it was told last.
	 * @return the file
	 */
	NoticeFile notices() {
		return new NoticeFile(this.path.resolve("notices"));
	}

	/**
	 * Returns the file that identifies the latest start of the container. The container
	 * writes it.
	 * @return the file
	 */
	public Path boot() {
		return out().resolve(ContainerPlan.BOOT);
	}

	/**
	 * Locks the instance: waits until no other process is changing it.
	 * @return the lock, which the caller closes
	 */
	public InstanceLock lock() {
		Optional<InstanceLock> lock = Optional.empty();
		while (lock.isEmpty()) {
			lock = InstanceLock.acquire(create().path.resolve("lock"));
		}
		return lock.get();
	}

	/**
	 * Runs an operation while it holds the lock of the instance. If the operation fails,
	 * a folder that did not exist before is deleted again.
	 * @param <T> the type of the result
	 * @param work the operation
	 * @return the result of the operation
	 */
	<T> T locked(Supplier<T> work) {
		return locked((_) -> work.get());
	}

	/**
	 * Runs an operation that looks at the lock of the instance while it holds it. If the
	 * operation fails, a folder that did not exist before is deleted again.
	 * @param <T> the type of the result
	 * @param work the operation
	 * @return the result of the operation
	 */
	<T> T locked(Function<InstanceLock, T> work) {
		try (InstanceLock lock = lock()) {
			try {
				return work.apply(lock);
			}
			catch (RuntimeException ex) {
				if (lock.first()) {
					delete();
				}
				throw ex;
			}
		}
	}

	boolean exists() {
		return Files.exists(this.path);
	}

	InstanceFolder create() {
		try {
			Files.createDirectories(out());
			Files.createDirectories(conversations());
			git().create();
			PosixFileAttributeView view = Files.getFileAttributeView(this.path, PosixFileAttributeView.class);
			if (view != null) {
				view.setPermissions(PosixFilePermissions.fromString("rwx------"));
			}
			return this;
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot make a folder for sessions: " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

	/**
	 * Moves the folder to that of another instance, unless that has one.
	 */
	void moveTo(InstanceFolder other) {
		try {
			if (Files.notExists(other.path)) {
				Files.move(this.path, other.path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void delete() {
		try {
			FolderDeletion.of(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
