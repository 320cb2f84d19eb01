package com.headjack.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Windows that is none: Wine, in a folder of its own, with a Java of Windows.
 */
public final class Wine implements AutoCloseable {

	private static final long PATIENCE = 300;

	private static final List<Class<?>> RANDOM = List.of(WineRandom.class, WineRandom.Source.class);

	private final Path folder;

	private final Path java;

	private Wine(Path folder, Path java) {
		this.folder = folder;
		this.java = java;
	}

	/**
	 * Sets Wine up, without a display.
	 * @param folder an empty folder
	 */
	public static Wine in(Path folder) throws IOException, InterruptedException {
		Process java = new ProcessBuilder("sh", "src/scripts/windows-java.sh")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String home = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(java.waitFor()).isZero();
		Wine wine = new Wine(folder, Path.of(home));
		Files.createDirectories(folder.resolve("home"));
		wine.writeRandom();
		assertThat(wine.run(folder, Map.of(), List.of("wineboot", "--init")).code()).isZero();
		return wine;
	}

	/**
	 * A path of the host as Windows has it.
	 */
	public static String path(Path path) {
		return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
	}

	/**
	 * The home of the Java of Windows, as Windows has it.
	 */
	public String javaHome() {
		return path(this.java);
	}

	/**
	 * The options that this Java needs here: a source of random numbers, and silence
	 * about what Wine does not have.
	 */
	public List<String> javaOptions() {
		return List.of("-XX:-PrintWarnings", "-Dheadjack.wine=true",
				"-Djava.security.properties=" + path(this.folder.resolve("wine.security")),
				"-Xbootclasspath/a:" + path(this.folder.resolve("random")));
	}

	private void writeRandom() throws IOException {
		Files.writeString(this.folder.resolve("wine.security"), """
				security.provider.1=%s
				security.provider.2=SUN
				security.provider.3=SunRsaSign
				security.provider.4=SunEC
				security.provider.5=SunJSSE
				security.provider.6=SunJCE
				""".formatted(WineRandom.class.getName()));
		for (Class<?> type : RANDOM) {
			String file = type.getName().replace('.', '/') + ".class";
			Path copy = this.folder.resolve("random").resolve(file);
			Files.createDirectories(copy.getParent());
			try (InputStream source = Wine.class.getClassLoader().getResourceAsStream(file)) {
				Files.copy(Objects.requireNonNull(source), copy);
			}
		}
	}

	/**
	 * Runs the Java of Windows.
	 * @param arguments its options, the class and the arguments
	 */
	public Result java(List<String> arguments) throws IOException, InterruptedException {
		List<String> lines = new ArrayList<>(javaOptions());
		lines.addAll(arguments);
		// The path of the classes is too long for Windows.
		Path file = Files.write(this.folder.resolve("arguments"), lines.stream().map(Wine::quoted).toList());
		return run(this.folder, Map.of(), List.of(javaHome() + "\\bin\\java.exe", "@" + path(file)));
	}

	private static String quoted(String argument) {
		return '"' + argument.replace("\\", "\\\\") + '"';
	}

	/**
	 * Runs a program of Windows that reads nothing.
	 * @param directory the folder that it runs in
	 * @param variables its environment variables, besides those of Wine
	 * @param words the program and its arguments
	 */
	public Result run(Path directory, Map<String, String> variables, List<String> words)
			throws IOException, InterruptedException {
		return run(directory, variables, words, "");
	}

	/**
	 * Runs a program of Windows.
	 * @param directory the folder that it runs in
	 * @param variables its environment variables, besides those of Wine
	 * @param words the program and its arguments
	 * @param input what it reads
	 */
	public Result run(Path directory, Map<String, String> variables, List<String> words, String input)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("wine"));
		command.addAll(words);
		Path output = Files.createTempFile(this.folder, "run", ".out");
		Path errors = Files.createTempFile(this.folder, "run", ".err");
		Process process = wine(command, variables).directory(directory.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		process.outputWriter(StandardCharsets.UTF_8).append(input).close();
		if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		return new Result(process.waitFor(), Files.readString(output), Files.readString(errors));
	}

	private ProcessBuilder wine(List<String> command, Map<String, String> variables) {
		ProcessBuilder builder = new ProcessBuilder(command);
		Map<String, String> environment = new TreeMap<>(variables);
		environment.put("PATH", System.getenv("PATH"));
		environment.put("LANG", "C.UTF-8");
		environment.put("HOME", this.folder.resolve("home").toString());
		environment.put("WINEPREFIX", this.folder.resolve("prefix").toString());
		environment.put("WINEDEBUG", "-all");
		environment.put("WINEDLLOVERRIDES", "mscoree,mshtml,winemenubuilder.exe=");
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder;
	}

	/**
	 * Ends all that runs here, and takes the links away that lead out of the folder.
	 */
	@Override
	public void close() throws IOException {
		for (String option : List.of("-k", "-w")) {
			wine(List.of("wineserver", option), Map.of()).start().onExit().join();
		}
		try (DirectoryStream<Path> drives = Files.newDirectoryStream(this.folder.resolve("prefix/dosdevices"))) {
			for (Path drive : drives) {
				Files.delete(drive);
			}
		}
	}

	/**
	 * How a program ended.
	 */
	public record Result(int code, String output, String errors) {

	}

}
