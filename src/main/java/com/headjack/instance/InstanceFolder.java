package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.util.FileSystemUtils;

import com.headjack.failure.FailureKind;
import com.headjack.host.HostPaths;

/**
 * Where the host keeps what belongs to an instance: records, out of the container's
 * reach, and what its sessions put out, which the container writes.
 *
 * @param path the folder
 */
public record InstanceFolder(Path path) {

	/**
	 * The folder of an instance.
	 * @param paths where the folders of all instances are
	 * @param id the instance
	 * @return its folder, which need not exist
	 */
	public static InstanceFolder of(HostPaths paths, InstanceId id) {
		return new InstanceFolder(paths.sessions().resolve(id.value()));
	}

	/**
	 * The folder that the container writes to.
	 * @return the folder
	 */
	public Path out() {
		return this.path.resolve("out");
	}

	/**
	 * The file that tells the last start of the container from those before. The
	 * container writes it.
	 * @return the file
	 */
	public Path boot() {
		return out().resolve(ContainerPlan.BOOT);
	}

	/**
	 * Waits until no other process changes what is in the instance.
	 * @return the lock, to be closed by the caller
	 */
	public InstanceLock lock() {
		Optional<InstanceLock> lock = Optional.empty();
		while (lock.isEmpty()) {
			lock = InstanceLock.acquire(create().path.resolve("lock"));
		}
		return lock.get();
	}

	/**
	 * Does something while no other process changes what is in the instance. If it fails,
	 * a folder that was not there before is gone again.
	 * @param <T> what comes of it
	 * @param work what is done
	 * @return what came of it
	 */
	<T> T locked(Supplier<T> work) {
		try (InstanceLock lock = lock()) {
			try {
				return work.get();
			}
			catch (RuntimeException ex) {
				if (lock.first()) {
					delete();
				}
				throw ex;
			}
		}
	}

	InstanceFolder create() {
		try {
			Files.createDirectories(out());
			PosixFileAttributeView view = Files.getFileAttributeView(this.path, PosixFileAttributeView.class);
			if (view != null) {
				view.setPermissions(PosixFilePermissions.fromString("rwx------"));
			}
			return this;
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot make a folder for sessions: " + ex.getMessage(),
					"see that you may write there, and that there is room");
		}
	}

	void delete() {
		try {
			FileSystemUtils.deleteRecursively(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
