package com.headjack.audit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a folder whose names are those of histories.
 *
 * @param folder the folder, which need not exist
 * @param names a pattern of names
 */
record HistoryFiles(Path folder, String names) {

	/**
	 * What histories are called in a folder of a program.
	 */
	private static final String USUAL = "{*hist*,*lesshst*,*viminfo*}";

	static HistoryFiles in(Path folder) {
		return new HistoryFiles(folder, USUAL);
	}

	/**
	 * Lists the files, in the order of their names.
	 */
	List<Path> list(Look look) {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> some = Files.newDirectoryStream(this.folder, this.names)) {
			some.forEach(files::add);
		}
		catch (NoSuchFileException | NotDirectoryException _) {
			// The program is not used here.
		}
		catch (IOException | DirectoryIteratorException _) {
			look.unseen(this.folder + " cannot be read");
		}
		return files.stream().sorted().toList();
	}

}
