package com.headjack.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

import com.headjack.credential.CredentialMigration;
import com.headjack.secret.Secret;
import com.headjack.store.file.FileStoreProgram;

/**
 * Uses a store in a process of its own.
 */
public final class StoreProgram {

	private static final String READY = "ready";

	static final String WON = "won";

	static final String LOST = "lost";

	static final String COUNTER = "counter";

	private StoreProgram() {
	}

	/**
	 * Starts a program that uses the same locks.
	 * @param prefix words that stand before the command, or none
	 * @param program the class with the program's {@code main}
	 * @param arguments its arguments
	 */
	public static Process start(List<String> prefix, Class<?> program, List<String> arguments) throws IOException {
		return start(prefix, List.of(TestLocks.option()), System.getProperty("java.class.path"), program, arguments);
	}

	/**
	 * Starts a program.
	 * @param prefix words that stand before the command, or none
	 * @param classPath where its classes are
	 * @param program the class with the program's {@code main}
	 * @param arguments its arguments
	 */
	public static Process start(List<String> prefix, String classPath, Class<?> program, List<String> arguments)
			throws IOException {
		return start(prefix, List.of(), classPath, program, arguments);
	}

	private static Process start(List<String> prefix, List<String> options, String classPath, Class<?> program,
			List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(prefix);
		command.addAll(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, program.getName()));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	/**
	 * Waits for a program.
	 * @return what it printed
	 */
	public static String output(Process process) throws IOException {
		try (InputStream output = process.getInputStream()) {
			return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
	}

	/**
	 * Lets programs that {@code await} go on at the same time.
	 * @return what they printed then
	 */
	public static List<String> race(List<Process> programs) throws IOException {
		List<BufferedReader> outputs = programs.stream()
			.map((program) -> program.inputReader(StandardCharsets.UTF_8))
			.toList();
		for (BufferedReader output : outputs) {
			Assert.state(READY.equals(output.readLine()), "not ready");
		}
		for (Process program : programs) {
			try (Writer input = program.outputWriter(StandardCharsets.UTF_8)) {
				input.write("go\n");
			}
		}
		return outputs.stream().map((output) -> output.lines().collect(Collectors.joining("\n"))).toList();
	}

	/**
	 * Does what the words say, and prints the answer.
	 */
	public static void run(RevisedStore store, List<String> words) {
		System.out.println(answer(store, words));
	}

	/**
	 * Does what the words say: {@code probe}, {@code list}, {@code find TEXT},
	 * {@code remove TEXT}, {@code put TEXT SECRET}, {@code write TEXT WRITER TIMES},
	 * {@code renew TEXT SECRET REVISION}, {@code count TEXT TIMES}, or
	 * {@code migrate OWNER FOLDER DIRECTION}; {@code await} before one of these waits for
	 * a line.
	 * @return what the store answers, or nothing if it has written
	 */
	public static String answer(RevisedStore store, List<String> words) {
		return switch (words.get(0)) {
			case "probe" -> store.probe().toString();
			case "list" -> store.list().toString();
			case "find" -> store.find(name(words)).map((stored) -> stored.value().reveal()).orElse("missing");
			case "remove" -> String.valueOf(store.remove(name(words)));
			case "put" -> put(store, name(words), words.get(2));
			case "write" -> {
				for (int i = 1; i <= Integer.parseInt(words.get(3)); i++) {
					put(store, name(words), value(words.get(2), i));
				}
				yield "";
			}
			case "await" -> {
				System.out.println(READY);
				new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
				yield answer(store, words.subList(1, words.size()));
			}
			case "renew" -> renew(store, name(words), words.get(2), new Revision(words.get(3)));
			case "count" -> String.valueOf(count(store, name(words), Integer.parseInt(words.get(2))));
			case "migrate" -> migrate(new OwnersStore(store, words.get(1)), Path.of(words.get(2)), words.get(3));
			default -> throw new IllegalArgumentException(words.get(0));
		};
	}

	private static SecretName name(List<String> words) {
		return SecretName.parse(words.get(1)).orElseThrow();
	}

	private static String put(RevisedStore store, SecretName name, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(name, secret, Expected.anything());
		}
		return "";
	}

	private static String renew(RevisedStore store, SecretName name, String value, Revision revision) {
		try (Secret secret = Secret.of(value)) {
			store.put(name, secret, Expected.unchanged(revision));
			return WON;
		}
		catch (StoreConflictException _) {
			return LOST;
		}
	}

	private static String migrate(RevisedStore store, Path folder, String direction) {
		RevisedStore files = FileStoreProgram.locked(folder);
		CredentialMigration migration = direction.equals("away") ? new CredentialMigration(store, files)
				: new CredentialMigration(files, store);
		migration.run((name) -> {
		});
		return WON;
	}

	/**
	 * Adds 1 to what a counter has written, as often as it is told.
	 * @return how often somebody else was faster
	 */
	private static int count(RevisedStore store, SecretName name, int times) {
		int conflicts = 0;
		for (int done = 0; done < times;) {
			try (Stored found = store.find(name).orElseThrow()) {
				String next = value(COUNTER, number(found.value().reveal()) + 1);
				if (renew(store, name, next, found.revision()).equals(WON)) {
					done++;
				}
				else {
					conflicts++;
				}
			}
		}
		return conflicts;
	}

	static int number(String value) {
		Matcher number = Pattern.compile("\\d+").matcher(value);
		return number.find() ? Integer.parseInt(number.group()) : -1;
	}

	/**
	 * What a writer writes: every line says how many there are.
	 */
	static String value(String writer, int number) {
		int lines = 1 + number * 37 % 90;
		return "CANARY-%s-%s of %s lines\n".formatted(writer, number, lines).repeat(lines);
	}

	static boolean whole(String value) {
		List<String> lines = value.lines().toList();
		return lines.stream().distinct().count() == 1
				&& lines.getFirst().endsWith(" of %s lines".formatted(lines.size()));
	}

}
