package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.util.FileSystemUtils;

import com.headjack.failure.FailureKind;

/**
 * Where the host keeps what belongs to an instance: records, out of the container's
 * reach, and what its sessions put out, which the container writes.
 *
 * @param path the folder
 */
public record InstanceFolder(Path path) {

	/**
	 * The folder that the container writes to.
	 * @return the folder
	 */
	public Path out() {
		return this.path.resolve("out");
	}

	/**
	 * Waits until no other process changes what is in the instance.
	 * @return the lock, to be closed by the caller
	 */
	public InstanceLock lock() {
		return InstanceLock.acquire(create().path.resolve("lock"));
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

	boolean exists() {
		return Files.exists(this.path);
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
