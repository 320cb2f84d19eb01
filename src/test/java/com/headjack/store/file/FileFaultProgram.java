package com.headjack.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.store.Faults;
import com.headjack.store.StoreException;
import com.headjack.store.StoreProgram;

/**
 * Does one thing again and again, each time with a later call of the system that fails,
 * and prints how it went and what was there afterwards.
 */
final class FileFaultProgram {

	private FileFaultProgram() {
	}

	/**
	 * Takes the library of faults, the store's home, the secret that is there before,
	 * with {@code namesake} in front if the namesake has it, or {@code missing}, and what
	 * to do.
	 */
	public static void main(String[] arguments) throws IOException {
		Faults faults = new Faults(Path.of(arguments[0]));
		Path home = Path.of(arguments[1]);
		List<String> words = List.of(arguments).subList(3, arguments.length);
		for (int call = 1;; call++) {
			restore(home, arguments[2]);
			faults.at(call);
			String answer = answer(home, words);
			if (!faults.at(Faults.NEVER)) {
				return;
			}
			System.out.printf("%s|%s|%s%n", answer, answer(home, List.of("find", FileFaultTests.NAME.text())),
					FileFaultTests.files(home));
		}
	}

	private static void restore(Path home, String before) throws IOException {
		try (Stream<Path> files = Files.walk(home)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				if (!file.equals(home)) {
					Files.delete(file);
				}
			}
		}
		if (before.startsWith(FileFaultTests.NAMESAKE)) {
			NamesakeFile.write(FileFaultTests.configuration(home), FileFaultTests.NAME.text(), before);
		}
		else if (!before.equals(FileFaultTests.MISSING)) {
			answer(home, List.of("put", FileFaultTests.NAME.text(), before));
		}
	}

	private static String answer(Path home, List<String> words) {
		try {
			return StoreProgram.answer(FileStoreProgram.locked(FileFaultTests.folder(home)), words);
		}
		catch (StoreException ex) {
			return ex.getClass().getSimpleName() + ": " + ex.getMessage();
		}
	}

}
