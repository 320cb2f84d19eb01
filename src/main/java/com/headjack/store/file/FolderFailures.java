package com.headjack.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreUnavailableException;

/**
 * Explains why a folder could not be used.
 *
 * @param folder the folder
 */
record FolderFailures(Path folder) {

	StoreUnavailableException notRead(IOException cause) {
		return unavailable("read", cause);
	}

	StoreUnavailableException notWritten(IOException cause) {
		return unavailable("written", cause);
	}

	StoreUnavailableException flawed(PrivateFiles.Flaw flaw) {
		return new StoreUnavailableException("the folder %s %s".formatted(this.folder, flaw.clause()), flaw.remedy());
	}

	private StoreUnavailableException unavailable(String participle, IOException cause) {
		return new StoreUnavailableException(
				"the folder %s cannot be %s: %s".formatted(this.folder, participle, reason(cause)),
				"make room or access for it, or " + StoreRemedies.ANOTHER_STORE, cause);
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
