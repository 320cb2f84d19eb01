package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The resident process of a test, in a runtime folder of its own. Its clients are
 * patient, so that they run their commands in it on a busy machine, too.
 */
final class ResidentProcess implements AutoCloseable {

	private final Hjk product;

	private final Path runtime;

	ResidentProcess(Hjk product, Path folder) throws IOException {
		this.product = product;
		this.runtime = Files.createDirectory(folder.resolve("run"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		product.by(patient(product.launcher(), Files.createDirectories(folder.resolve("patient/bin"))));
		product.with("XDG_RUNTIME_DIR", this.runtime.toString()).with("HJK_RESIDENT", "on");
	}

	private static Path patient(Path launcher, Path folder) throws IOException {
		Files.createSymbolicLink(folder.resolveSibling("lib"), launcher.resolveSibling("../lib").toRealPath());
		String client = "-cp \"$home/lib/client.jar\"";
		String script = Files.readString(launcher);
		assertThat(script).contains(client);
		Path patient = Files.writeString(folder.resolve("hjk"),
				script.replace(client, "-Dheadjack.patience=20000 " + client));
		return Files.setPosixFilePermissions(patient, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/**
	 * Starts the process if it is not there, with the prefix of a shell command, and
	 * waits for it.
	 */
	ResidentProcess start(String prefix) throws IOException {
		if (find().isEmpty()) {
			this.product.command("sh", "-c", prefix + " setsid \"$0\" resident serve >/dev/null 2>&1 &",
					this.product.launcher().toString());
			for (int tries = 0; tries < 600 && !(find().isPresent() && Files.exists(file(".sock"))); tries++) {
				pause();
			}
		}
		assertThat(find()).isPresent();
		return this;
	}

	Path folder() {
		return this.runtime.resolve("headjack");
	}

	/**
	 * The file that ends with a suffix.
	 */
	Path file(String suffix) throws IOException {
		if (Files.notExists(folder())) {
			return folder().resolve("none");
		}
		try (Stream<Path> files = Files.list(folder())) {
			return files.filter((file) -> file.toString().endsWith(suffix))
				.findFirst()
				.orElse(folder().resolve("none"));
		}
	}

	/**
	 * The process, if it lives.
	 */
	Optional<ProcessHandle> find() throws IOException {
		Path lock = file(".lock");
		String pid = Files.exists(lock) ? Files.readString(lock).strip() : "";
		return pid.isEmpty() ? Optional.empty()
				: ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).filter(this::isOurs);
	}

	private boolean isOurs(ProcessHandle process) {
		return commandLine(process).contains("serve");
	}

	private static String commandLine(ProcessHandle process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")).replace('\0', ' ');
		}
		catch (IOException _) {
			return "";
		}
	}

	/**
	 * Kills the process, if it lives.
	 */
	void kill() throws IOException {
		Optional<ProcessHandle> process = find();
		process.ifPresent(ProcessHandle::destroyForcibly);
		for (int tries = 0; tries < 100 && process.filter(ProcessHandle::isAlive).isPresent(); tries++) {
			pause();
		}
	}

	/**
	 * The command lines of all processes that know the runtime folder.
	 */
	List<String> related() throws IOException {
		return ProcessHandle.allProcesses()
			.filter((process) -> environment(process).contains(this.runtime.toString()))
			.map(ResidentProcess::commandLine)
			.filter((words) -> !words.isEmpty())
			.toList();
	}

	private static String environment(ProcessHandle process) {
		try {
			return new String(Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ")),
					StandardCharsets.ISO_8859_1);
		}
		catch (IOException _) {
			return "";
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		kill();
		Files.deleteIfExists(this.product.launcher().resolveSibling("../lib").normalize());
	}

}
