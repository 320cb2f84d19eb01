package com.headjack.host;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A name does not stand for a regular file, but for a link, a pipe, a folder, or a
 * device.
 */
public final class IrregularFileException extends FileSystemException {

	private static final long serialVersionUID = 1L;

	IrregularFileException(Path path) {
		super(path.toString(), null, "no regular file");
	}

}
