package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Explains why a file cannot be written.
 */
final class WriteFailure {

	private WriteFailure() {
	}

	/**
	 * The reason, as the end of a sentence.
	 */
	static String reason(IOException ex) {
		return switch (ex) {
			case AccessDeniedException _ -> ": its folder or file does not permit it";
			case FileSystemException file when file.getReason() != null ->
				": " + file.getReason().toLowerCase(Locale.ROOT);
			case FileSystemException _ -> "";
			default -> ": " + ex.getMessage();
		};
	}

	/**
	 * Another program may own a file that is a link.
	 */
	static String remedy(Path path) {
		return Files.isSymbolicLink(path) ? "change the file that the link leads to by the program that made it"
				: "make sure that you may write it, and that there is room";
	}

}
