package com.headjack.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An image of an {@link InMemoryEngine}: it has this machine's programs, but for what is
 * said otherwise.
 *
 * @param name its name
 * @param user the user that it names; empty for root
 * @param scripts shell scripts that stand for programs, by the program's name
 * @param absent programs that it does not have
 * @param labels its labels
 */
public record InMemoryImage(String name, String user, Map<String, String> scripts, Set<String> absent,
		Map<String, String> labels) {

	private static final List<String> PLACES = Stream
		.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
		.filter((place) -> Files.isDirectory(Path.of(place)))
		.toList();

	public InMemoryImage {
		scripts = Map.copyOf(scripts);
		absent = Set.copyOf(absent);
		labels = Map.copyOf(labels);
	}

	/**
	 * An image with all programs of this machine.
	 * @param name its name
	 * @return the image
	 */
	public static InMemoryImage of(String name) {
		return new InMemoryImage(name, "", Map.of(), Set.of(), Map.of());
	}

	/**
	 * The same with another user.
	 * @param user the user's name or number
	 * @return the image
	 */
	public InMemoryImage withUser(String user) {
		return new InMemoryImage(this.name, user, this.scripts, this.absent, this.labels);
	}

	/**
	 * The same with a program, in the place of this machine's where it has one.
	 * @param program the program's name
	 * @param script what it does
	 * @return the image
	 */
	public InMemoryImage with(String program, String script) {
		Map<String, String> scripts = new HashMap<>(this.scripts);
		scripts.put(program, script);
		return new InMemoryImage(this.name, this.user, scripts, this.absent, this.labels);
	}

	/**
	 * The same without a program.
	 * @param program the program's name
	 * @return the image
	 */
	public InMemoryImage without(String program) {
		Set<String> absent = new HashSet<>(this.absent);
		absent.add(program);
		return new InMemoryImage(this.name, this.user, this.scripts, absent, this.labels);
	}

	/**
	 * The same with labels, in the place of those that it has.
	 * @param labels the labels
	 * @return the image
	 */
	public InMemoryImage withLabels(Map<String, String> labels) {
		return new InMemoryImage(this.name, this.user, this.scripts, this.absent, labels);
	}

	/**
	 * Puts its programs into a folder.
	 * @return where programs are looked for
	 */
	String install(Path folder) throws IOException {
		for (Map.Entry<String, String> script : this.scripts.entrySet()) {
			Path program = Files.writeString(folder.resolve(script.getKey()), "#!/bin/sh\n" + script.getValue());
			Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
		if (this.absent.isEmpty()) {
			return folder + ":" + String.join(":", PLACES);
		}
		for (String place : PLACES) {
			link(Path.of(place), folder);
		}
		return folder.toString();
	}

	private void link(Path place, Path folder) throws IOException {
		try (Stream<Path> programs = Files.list(place)) {
			for (Path program : programs.toList()) {
				if (!this.absent.contains(program.getFileName().toString())) {
					link(folder.resolve(program.getFileName()), program, place);
				}
			}
		}
	}

	private static void link(Path link, Path program, Path place) throws IOException {
		try {
			Files.createSymbolicLink(link, place.resolve(program));
		}
		catch (FileAlreadyExistsException _) {
			return;
		}
	}

}
