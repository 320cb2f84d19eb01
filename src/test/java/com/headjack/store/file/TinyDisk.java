package com.headjack.store.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk with little room, which only a process of its own has mounted.
 */
final class TinyDisk implements AutoCloseable {

	static final int PAGE = 4096;

	private static final String MOUNT = "mount -t tmpfs -o size=64k,nr_inodes=20 tmpfs \"$1\" && echo mounted && read -r _";

	private final Process process;

	private final Path root;

	/**
	 * Mounts the disk.
	 * @param folder where
	 */
	TinyDisk(Path folder) throws IOException {
		List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
		if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
			command.add("--map-root-user");
		}
		command.addAll(List.of("sh", "-c", MOUNT, "sh", folder.toString()));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8);
		assertThat(output.readLine()).isEqualTo("mounted");
		this.root = Path.of("/proc/%s/root%s".formatted(this.process.pid(), folder));
	}

	/**
	 * The disk's root, as this process can reach it.
	 */
	Path root() {
		return this.root;
	}

	/**
	 * Fills the disk but for some pages.
	 */
	void fillBut(int pages) throws IOException {
		Path ballast = this.root.resolve("ballast");
		Files.deleteIfExists(ballast);
		Files.write(ballast, new byte[(int) Files.getFileStore(this.root).getUsableSpace() - pages * PAGE]);
	}

	void empty() throws IOException {
		Files.delete(this.root.resolve("ballast"));
	}

	/**
	 * Makes files until there can be no more of them.
	 */
	void useUpInodes() throws IOException {
		for (int i = 0;; i++) {
			try {
				Files.createFile(this.root.resolve("file-" + i));
			}
			catch (FileSystemException ex) {
				return;
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

}
