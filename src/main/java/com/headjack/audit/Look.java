package com.headjack.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.headjack.host.IrregularFileException;
import com.headjack.host.UntrustedFile;
import com.headjack.redaction.SecretScan;
import com.headjack.redaction.SecretSearch;

/**
 * A look at one kind of place.
 */
final class Look {

	/**
	 * The largest file that is searched. A container can make one that is as large as it
	 * likes without using the disk.
	 */
	private static final long LARGEST = 4L * 1024 * 1024 * 1024;

	private static final int BLOCK = 256 * 1024;

	/**
	 * The most places, and the most reasons, that are told.
	 */
	private static final int MOST = 100;

	private final SecretSearch search;

	private final String place;

	private final String subject;

	private final List<Trace> traces = new ArrayList<>();

	private final List<String> unseen = new ArrayList<>();

	private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

	private final long largest;

	private long bytes;

	Look(SecretSearch search, String place, String subject) {
		this(search, place, subject, LARGEST);
	}

	/**
	 * Creates a look.
	 * @param largest the largest file that is searched, in bytes
	 */
	Look(SecretSearch search, String place, String subject, long largest) {
		this.search = search;
		this.place = place;
		this.subject = subject;
		this.largest = largest;
	}

	/**
	 * Whether a search has read as much as it may.
	 */
	boolean exceeds(long size) {
		return size > this.largest;
	}

	/**
	 * Searches a file that somebody else can write or replace. No link is followed.
	 * @param folder the folder whose content is not trusted
	 */
	void file(Path folder, Path file) {
		text(file.toString(), String.valueOf(file.getFileName()));
		try (FileChannel channel = new UntrustedFile(file, 0).openBelow(folder)) {
			if (exceeds(channel.size())) {
				unseen("%s is larger than 4 GiB".formatted(file));
				return;
			}
			SecretScan scan = this.search.scan();
			while (!exceeds(scan.size()) && channel.read(this.block.clear()) > 0) {
				scan.write(this.block.array(), 0, this.block.position());
			}
			end(file.toString(), scan);
		}
		catch (NoSuchFileException | IrregularFileException _) {
			// It is gone, or holds nothing by itself.
		}
		catch (IOException ex) {
			unseen("%s cannot be read".formatted(file));
		}
	}

	/**
	 * Searches a text.
	 */
	void text(String where, String text) {
		bytes(where, text.getBytes(StandardCharsets.UTF_8));
	}

	void bytes(String where, byte[] content) {
		SecretScan scan = this.search.scan();
		scan.write(content, 0, content.length);
		end(where, scan);
	}

	/**
	 * Begins to search something that comes piece by piece.
	 */
	SecretScan begin() {
		return this.search.scan();
	}

	/**
	 * Takes what a search has found.
	 */
	void end(String where, SecretScan scan) {
		this.bytes += scan.size();
		scan.found().stream().map((login) -> new Trace(shown(where), login)).forEach(this::add);
	}

	private void add(Trace trace) {
		if (!this.traces.contains(trace) && this.traces.size() < MOST) {
			this.traces.add(trace);
		}
	}

	/**
	 * Leaves out the names that hold a login themselves.
	 */
	private String shown(String where) {
		SecretScan scan = this.search.scan();
		byte[] name = where.getBytes(StandardCharsets.UTF_8);
		scan.write(name, 0, name.length);
		int end = where.lastIndexOf('/');
		return scan.found().isEmpty() ? where : (end > 0) ? shown(where.substring(0, end)) + " (in a name)" : "a name";
	}

	void unseen(String reason) {
		String shown = shown(reason);
		if (this.unseen.size() < MOST && !this.unseen.contains(shown)) {
			this.unseen.add(shown);
		}
	}

	Inspection result() {
		return new Inspection(this.place, this.subject, null, this.traces, this.unseen, this.bytes);
	}

}
