package com.headjack.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Explains why a folder could not be used.
 *
 * @param folder the folder
 * @param remedy what to do if it cannot be read or written
 */
public record FolderFailures(Path folder, String remedy) {

	private static final String REMEDY = "make room or access for it";

	/**
	 * Explains failures of a folder of secrets.
	 * @param folder the folder
	 * @return the explanations
	 */
	public static FolderFailures ofSecrets(Path folder) {
		return new FolderFailures(folder, REMEDY + ", or " + StoreRemedies.ANOTHER_STORE);
	}

	/**
	 * Explains failures of a folder of locks, which most stores need.
	 * @param folder the folder
	 * @return the explanations
	 */
	static FolderFailures ofLocks(Path folder) {
		return new FolderFailures(folder, REMEDY);
	}

	/**
	 * Explains that it could not be read.
	 * @param cause the failure
	 * @return the failure to throw
	 */
	public StoreUnavailableException notRead(IOException cause) {
		return unavailable("read", cause);
	}

	/**
	 * Explains that it could not be written.
	 * @param cause the failure
	 * @return the failure to throw
	 */
	public StoreUnavailableException notWritten(IOException cause) {
		return unavailable("written", cause);
	}

	/**
	 * Explains that it is not safe.
	 * @param flaw its flaw
	 * @return the failure to throw
	 */
	public StoreUnavailableException flawed(PrivateFiles.Flaw flaw) {
		return new StoreUnavailableException("the folder %s %s".formatted(this.folder, flaw.clause()), flaw.remedy());
	}

	private StoreUnavailableException unavailable(String participle, IOException cause) {
		return new StoreUnavailableException(
				"the folder %s cannot be %s: %s".formatted(this.folder, participle, reason(cause)), this.remedy, cause);
	}

	private static @Nullable String reason(IOException cause) {
		return switch (cause) {
			case AccessDeniedException denied -> "permission denied";
			case FileAlreadyExistsException exists -> "a file is in its place";
			case NotDirectoryException file -> "a file is in its place";
			case FileSystemException failure when failure.getReason() != null -> failure.getReason();
			default -> cause.getMessage();
		};
	}

}
