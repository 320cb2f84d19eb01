package com.headjack.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.util.StringUtils;

import com.headjack.store.FolderFailures;
import com.headjack.store.PrivateFiles;
import com.headjack.store.SecretName;

/**
 * The folder where the namesake keeps its encrypted items, among other files. Only the
 * permissions of the items' files matter, not those of the folder.
 */
final class NamesakeFolder {

	private final Path folder;

	private final PrivateFiles files;

	private final FolderFailures failures;

	/**
	 * Creates the view of a folder.
	 * @param folder the folder, which may be missing
	 */
	NamesakeFolder(Path folder) {
		this.folder = folder;
		this.files = new PrivateFiles(folder.getFileSystem());
		this.failures = FolderFailures.ofSecrets(folder);
	}

	/**
	 * The names of the secrets with a file.
	 */
	Set<SecretName> names() {
		return items().keySet();
	}

	/**
	 * Reads a secret's file.
	 * @return the file, or empty if it does not exist
	 */
	Optional<ItemFile> read(SecretName name) {
		Path file = items().get(name);
		try {
			return (file != null) ? ItemFile.read(file, this.files) : Optional.empty();
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	/**
	 * Deletes a secret's file.
	 * @return whether there was one
	 */
	boolean delete(SecretName name) throws IOException {
		Path file = items().get(name);
		return file != null && Files.deleteIfExists(file);
	}

	// Listed and not resolved by name, because some file systems reject some names, and
	// some treat two names as one.
	private Map<SecretName, Path> items() {
		Map<SecretName, Path> items = new LinkedHashMap<>();
		try {
			this.files.entries(this.folder, "*")
				.forEach((entry) -> name(entry).ifPresent((name) -> items.putIfAbsent(name, entry)));
			return items;
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			return Map.of();
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	private static Optional<SecretName> name(Path entry) {
		try {
			return SecretName.parse(StringUtils.uriDecode(entry.getFileName().toString(), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
