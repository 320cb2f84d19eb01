package com.headjack.audit;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.EngineRecords.FileChange;
import com.headjack.engine.Engines;
import com.headjack.redaction.SecretScan;

/**
 * What the engine keeps of an instance.
 *
 * @param records the engine's records
 */
record EnginePlaces(EngineRecords records) {

	/**
	 * The most files that are asked for one by one.
	 */
	private static final int MOST = 2_000;

	private static final int TRIES = 3;

	/**
	 * Returns whether a container is there. One that the engine does not tell about is.
	 */
	boolean holds(@Nullable String container) {
		try {
			if (container != null) {
				this.records.container(container, OutputStream.nullOutputStream());
			}
			return container != null;
		}
		catch (ContainerNotRunningException _) {
			return false;
		}
		catch (EngineException _) {
			return true;
		}
	}

	void container(String container, Look look) {
		search("the container's configuration", look, (scan) -> this.records.container(container, scan));
	}

	/**
	 * Returns the id of the image that a container was made from.
	 * @param name the image's name, which may be that of another one by now
	 */
	String imageOf(String container, String name) {
		try {
			String id = this.records.container(container, OutputStream.nullOutputStream()).image();
			return id.isEmpty() ? Engines.beside(container, name) : id;
		}
		catch (EngineException _) {
			return Engines.beside(container, name);
		}
	}

	void image(String image, Look look) {
		search("the image's configuration", look, (scan) -> this.records.image(image, scan));
	}

	void history(String image, Look look) {
		search("the image's history", look, (scan) -> this.records.history(image, scan));
	}

	void programs(String container, Look look) {
		search("the arguments of a program", look, (scan) -> this.records.programs(container, scan));
	}

	/**
	 * Reads the files that are in no image and no mount. What is gone when its turn comes
	 * may be anywhere by then, as a file that a program writes beside the one it
	 * replaces, so that all are read again. What is never there when it is asked for was
	 * not seen.
	 */
	void files(String container, Look look) {
		try {
			Optional<String> gone = read(container, look);
			for (int tries = 1; tries < TRIES && gone.isPresent(); tries++) {
				gone = read(container, look);
			}
			gone.ifPresent((path) -> look.unseen(path + ": the engine lists it, and does not find it"));
		}
		catch (ContainerNotRunningException _) {
			// What it held is gone, too.
		}
		catch (EngineException ex) {
			look.unseen(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Reads files that are in volumes.
	 */
	void volumes(String container, List<String> paths, Look look) {
		paths.forEach((path) -> search(path, look, (scan) -> {
			if (!this.records.files(container, path, scan)) {
				// Nothing of a container is there that is removed meanwhile.
				this.records.container(container, OutputStream.nullOutputStream());
				look.unseen(path + " is not there");
			}
		}));
	}

	/**
	 * Reads the files once.
	 * @return the last one that was gone, or empty if none was
	 */
	private Optional<String> read(String container, Look look) {
		Set<String> mounts = new HashSet<>(this.records.container(container, look.begin()).mounts());
		List<String> changed = changed(this.records.changes(container), mounts);
		if (changed.size() > MOST) {
			look.unseen("the container changed more than %s files of its image".formatted(MOST));
		}
		AtomicReference<@Nullable String> gone = new AtomicReference<>();
		for (String path : changed.subList(0, Math.min(changed.size(), MOST))) {
			look.text(path, path);
			search(path, look, (scan) -> {
				if (!this.records.files(container, path, scan)) {
					gone.set(path);
				}
			});
		}
		return Optional.ofNullable(gone.get());
	}

	private static void search(String where, Look look, Consumer<OutputStream> read) {
		SecretScan scan = look.begin();
		try {
			read.accept(new Limited(scan, look));
		}
		catch (ContainerNotRunningException _) {
			// What it held is gone, too.
		}
		catch (EngineException ex) {
			look.unseen("%s: %s".formatted(where, ex.getMessage()));
		}
		look.end(where, scan);
	}

	/**
	 * Chooses the fewest paths that hold all changes: new folders as a whole, and single
	 * files in those of the image.
	 */
	static List<String> changed(List<FileChange> changes, Set<String> mounts) {
		TreeMap<String, Boolean> added = new TreeMap<>();
		changes.stream()
			.filter((change) -> !isWithin(change.path(), mounts))
			.forEach((change) -> added.put(change.path(), change.added()));
		Set<String> holdMounts = new HashSet<>();
		mounts.forEach((mount) -> addParents(mount, holdMounts));
		Set<String> holdChanges = new HashSet<>();
		added.keySet().forEach((path) -> addParents(path, holdChanges));
		List<String> chosen = added.entrySet()
			.stream()
			.filter((change) -> !holdMounts.contains(change.getKey()))
			.filter((change) -> change.getValue() || !holdChanges.contains(change.getKey()))
			.map(Map.Entry::getKey)
			.toList();
		Set<String> whole = new HashSet<>(chosen);
		return chosen.stream().filter((path) -> !isBelow(path, whole)).toList();
	}

	private static boolean isWithin(String path, Set<String> folders) {
		return folders.contains(path) || isBelow(path, folders);
	}

	private static boolean isBelow(String path, Set<String> folders) {
		Set<String> parents = new HashSet<>();
		addParents(path, parents);
		return parents.stream().anyMatch(folders::contains);
	}

	private static void addParents(String path, Set<String> parents) {
		int end = path.lastIndexOf('/');
		while (end > 0 && parents.add(path.substring(0, end))) {
			end = path.lastIndexOf('/', end - 1);
		}
	}

	/**
	 * Ends where a container made a file that is as large as it likes, without using the
	 * disk.
	 */
	private static final class Limited extends OutputStream {

		private final SecretScan scan;

		private final Look look;

		Limited(SecretScan scan, Look look) {
			this.scan = scan;
			this.look = look;
		}

		@Override
		public void write(int octet) {
			write(new byte[] { (byte) octet }, 0, 1);
		}

		@Override
		public void write(byte[] octets, int offset, int count) {
			this.scan.write(octets, offset, count);
			if (this.look.exceeds(this.scan.size())) {
				throw new EngineException("it holds more than 4 GiB, and only so much was read", null, null);
			}
		}

	}

}
