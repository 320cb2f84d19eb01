package com.headjack.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import com.headjack.host.IrregularFileException;
import com.headjack.host.UntrustedFile;
import com.headjack.redaction.SecretScan;

/**
 * The objects that a repository got since a time. They are read without git, since a
 * container can write them.
 *
 * @param folder the folder of the objects
 * @param since the time
 */
record GitObjects(Path folder, Instant since) {

	private static final String LOOSE = "[0-9a-f][0-9a-f]";

	void search(Look look) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.folder, LOOSE)) {
			for (Path part : folders) {
				search(part, "*", look);
			}
		}
		catch (IOException _) {
			look.unseen(this.folder + " cannot be read");
		}
		search(this.folder.resolve("pack"), "*.pack", look);
	}

	private void search(Path part, String names, Look look) {
		if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(part, names)) {
			for (Path file : files) {
				if (isNew(file)) {
					search(file, look);
				}
			}
		}
		catch (NoSuchFileException | NotDirectoryException _) {
			// It has just been packed.
		}
		catch (IOException _) {
			look.unseen(part + " cannot be read");
		}
	}

	/**
	 * Whoever writes a file can set its time, except that of its last change.
	 */
	private boolean isNew(Path file) {
		try {
			FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
			return !changed.toInstant().isBefore(this.since);
		}
		catch (IOException | UnsupportedOperationException _) {
			return true;
		}
	}

	private void search(Path file, Look look) {
		SecretScan scan = look.begin();
		try (InputStream content = Channels.newInputStream(new UntrustedFile(file, 0).openBelow(this.folder))) {
			ObjectStream objects = new ObjectStream(content, scan);
			if (file.toString().endsWith(".pack")) {
				objects.pack(idLength(file));
			}
			else {
				objects.object();
			}
		}
		catch (NoSuchFileException | IrregularFileException _) {
			// It has just been packed, or holds nothing by itself.
		}
		catch (IOException _) {
			look.unseen(file + " cannot be read to its end");
		}
		look.end(file.toString(), scan);
	}

	/**
	 * Returns the size of an object's id: a pack is named by one.
	 */
	private static int idLength(Path pack) {
		String name = String.valueOf(pack.getFileName()).replaceFirst("^pack-", "").replaceFirst("\\.pack$", "");
		return (name.length() == 64) ? 32 : 20;
	}

}
