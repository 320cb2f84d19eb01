package com.headjack.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;

/**
 * What the user agreed to: a file for each content of a file of a repository.
 *
 * @param folder the folder of these files
 */
record Agreements(Path folder) {

	private static final int LARGEST = 64 * 1024;

	boolean contains(Finding finding) {
		return Files.isRegularFile(this.folder.resolve(finding.id()));
	}

	/**
	 * Keeps an agreement for this user alone.
	 */
	void add(Finding finding, Instant now) {
		try {
			Files.createDirectories(this.folder, ownersOnly("rwx------"));
			Path draft = Files.createTempFile(this.folder, ".new", "", ownersOnly("rw-------"));
			Files.writeString(draft,
					String.join("\0", finding.folder(), finding.agent(), finding.file(), now.toString()));
			Files.move(draft, this.folder.resolve(finding.id()), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw notKept(ex);
		}
	}

	void remove(Agreement agreement) {
		try {
			Files.deleteIfExists(this.folder.resolve(agreement.id()));
		}
		catch (IOException ex) {
			throw notKept(ex);
		}
	}

	List<Agreement> all() {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map(Agreements::read)
				.flatMap(Optional::stream)
				.sorted(Comparator.comparing(Agreement::since).thenComparing(Agreement::id))
				.toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw notKept(ex);
		}
	}

	private static Optional<Agreement> read(Path file) {
		String id = String.valueOf(file.getFileName());
		try {
			if (!id.matches("[0-9a-f]{64}") || !Files.isRegularFile(file) || Files.size(file) > LARGEST) {
				return Optional.empty();
			}
			return Agreement.parse(id, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private TrustException notKept(IOException ex) {
		return new TrustException(FailureKind.FAILED, "cannot use the folder of agreements: " + ex.getMessage(),
				"make sure that you may write to " + this.folder);
	}

	private static FileAttribute<?>[] ownersOnly(String permissions) {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
