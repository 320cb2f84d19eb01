package com.headjack.instance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.StreamedExec;
import com.headjack.failure.FailureKind;
import com.headjack.gitconfig.ContainerFiles;
import com.headjack.host.HostUser;

/**
 * A copy of git's configuration in a container that does not see this machine's files. It
 * is root's, so that the programs of sessions can only read it.
 *
 * @param engine the engine
 * @param container the container, running
 */
record GitCopy(ContainerEngine engine, String container) {

	/**
	 * Reads a line for each file: its mode, and its name and its content in base64.
	 */
	private static final String SCRIPT = """
			set -eu
			umask 022
			folder=$1
			rm -rf "$folder.new"
			mkdir -p "$folder.new"
			while read -r mode name content; do
				file=$folder.new/$(printf %s "$name" | base64 -d)
				mkdir -p "$(dirname "$file")"
				printf %s "$content" | base64 -d >"$file"
				chmod "$mode" "$file"
			done
			rm -rf "$folder"
			mv "$folder.new" "$folder"
			""";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final HostUser ROOT = new HostUser(0, 0);

	/**
	 * Replaces the copy.
	 * @param folder the configuration
	 * @param repository the settings of the repository
	 */
	void put(GitFolder folder, String repository) {
		StringBuilder lines = new StringBuilder();
		try (Stream<Path> files = Files.walk(folder.path())) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				lines.append(line(folder.path().relativize(file).toString(), Files.readAllBytes(file),
						Files.isExecutable(file)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		lines.append(line(ContainerFiles.REPOSITORY, repository.getBytes(StandardCharsets.UTF_8), false));
		run(lines.toString());
	}

	private static String line(String name, byte[] content, boolean program) {
		return "%s %s %s\n".formatted(program ? "755" : "644", base64(name.getBytes(StandardCharsets.UTF_8)),
				base64(content));
	}

	private static String base64(byte[] content) {
		return Base64.getEncoder().encodeToString(content);
	}

	private void run(String lines) {
		StreamedExec program = new StreamedExec(this.engine, this.container, PATIENCE, PATIENCE.multipliedBy(10));
		int code = program.run("take git's configuration",
				ExecRequest.script(SCRIPT, List.of(ContainerFiles.FOLDER)).as(ROOT),
				new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream());
		if (code != 0) {
			throw new InstanceException(FailureKind.FAILED, "git's configuration cannot be written in the container: "
					+ program.reason().orElse("exit code " + code), "make sure that there is room there");
		}
	}

}
