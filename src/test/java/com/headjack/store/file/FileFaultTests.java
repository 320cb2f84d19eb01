package com.headjack.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;
import com.headjack.store.Faults;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;
import com.headjack.store.Stored;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store where a call of the system fails, or the process is killed there; each call
 * in turn.
 */
class FileFaultTests {

	static final SecretName NAME = SecretName.of("test");

	static final String MISSING = "missing";

	static final String NAMESAKE = "namesake";

	private static final String NAMESAKES = NAMESAKE + "-CANARY-before";

	private static final String BEFORE = "CANARY-before";

	private static final String AFTER = "CANARY-after".repeat(100);

	private static final String FAILED = "StoreUnavailableException: the folder \\S+ cannot be (read|written): "
			+ "(Input/output error|a file is in its place)";

	@TempDir
	private static Path shared;

	private static Faults faults;

	@TempDir
	private Path home;

	@BeforeAll
	static void build() throws Exception {
		faults = Faults.build(shared);
	}

	static Path configuration(Path home) {
		return home.resolve("configuration");
	}

	static Path folder(Path home) {
		return configuration(home).resolve("keyring");
	}

	static List<String> files(Path home) throws IOException {
		if (Files.notExists(folder(home))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder(home))) {
			return files.map((file) -> file.getFileName().toString()).filter((file) -> !file.equals(".lock")).toList();
		}
	}

	private SecretStore store(Path home) {
		return FileStoreProgram.store(folder(home), Duration.ofSeconds(2), FileStoreProgram.FEW_ITERATIONS,
				FileStoreProgram.PASSWORD, (question) -> Optional.empty());
	}

	private void put(Path home, String value) {
		try (Secret secret = Secret.of(value)) {
			store(home).put(NAME, secret);
		}
	}

	private String found(Path home) {
		return store(home).find(NAME).map(Secret::reveal).orElse(MISSING);
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, NAMESAKES, MISSING })
	void putWhenKilledAtAnyCallLeavesTheOldOrTheNewSecretAndNothingInTheWay(String before) throws Exception {
		int kills = 0;
		while (isKilled(kills + 1, before)) {
			Path killed = this.home.resolve(String.valueOf(++kills));
			String found = found(killed);
			assertThat(found).as("killed at call %d", kills).isIn(before, AFTER);
			assertThat(store(killed).list()).isEqualTo(found.equals(MISSING) ? List.of() : List.of(NAME));
			put(killed, "CANARY-again");
			assertThat(found(killed)).isEqualTo("CANARY-again");
			assertThat(files(killed)).as("killed at call %d", kills).containsExactly(NAME.text());
		}
		assertThat(kills).isGreaterThan(15);
	}

	@Test
	void renewalWhenKilledAtAnyCallLeavesTheOldOrTheNewSecretAndNothingInTheWay(TestReporter reporter)
			throws Exception {
		int kills = 0;
		int stored = 0;
		while (isKilledAtRenewal(kills + 1)) {
			Path killed = this.home.resolve(String.valueOf(++kills));
			String found = found(killed);
			assertThat(found).as("killed at call %d", kills).isIn(BEFORE, AFTER);
			stored += found.equals(AFTER) ? 1 : 0;
			put(killed, "CANARY-again");
			assertThat(files(killed)).as("killed at call %d", kills).containsExactly(NAME.text());
		}
		reporter.publishEntry("kills", "%s, of which %s after it was stored".formatted(kills, stored));
		assertThat(kills).isGreaterThan(15);
	}

	private boolean isKilledAtRenewal(int call) throws Exception {
		Path here = Files.createDirectory(this.home.resolve(String.valueOf(call)));
		put(here, BEFORE);
		try (Stored before = FileStoreProgram.locked(folder(here)).find(NAME).orElseThrow()) {
			return isKilled(here, call, List.of("renew", NAME.text(), AFTER, before.revision().text()));
		}
	}

	private void plant(Path here, String before) {
		switch (before) {
			case MISSING -> {
			}
			case NAMESAKES -> NamesakeFile.write(configuration(here), NAME.text(), before);
			default -> put(here, before);
		}
	}

	private boolean isKilled(int call, String before) throws Exception {
		Path here = Files.createDirectory(this.home.resolve(String.valueOf(call)));
		plant(here, before);
		return isKilled(here, call, List.of("put", NAME.text(), AFTER));
	}

	private static boolean isKilled(Path here, int call, List<String> words) throws Exception {
		Process process = faults.start(here, call, Faults.KILL, FileStoreProgram.class,
				Stream.concat(Stream.of(folder(here).toString()), words.stream()).toList());
		String output = StoreProgram.output(process);
		int code = process.waitFor();
		assertThat(code).as(output).isIn(0, 137);
		return code != 0;
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, NAMESAKES, MISSING })
	void putWhenAnyCallFailsThrowsAndLeavesTheOldSecretOrHasPutTheNewOne(String before) throws Exception {
		String files = before.equals(BEFORE) ? NAME.text() : "";
		assertThat(failing(before, "put", NAME.text(), AFTER)).hasSizeGreaterThan(20)
			.allSatisfy((line) -> assertThat(line)
				.matches("%s\\|%s\\|\\[%s]|\\|%s\\|\\[%s]".formatted(FAILED, before, files, AFTER, NAME.text())));
	}

	@Test
	void removeWhenAnyCallFailsThrowsAndLeavesTheSecretOrHasRemovedIt() throws Exception {
		assertThat(failing(BEFORE, "remove", NAME.text())).hasSizeGreaterThan(20)
			.allSatisfy((line) -> assertThat(line)
				.matches("%s\\|%s\\|\\[%s]|true\\|missing\\|\\[]".formatted(FAILED, BEFORE, NAME.text())));
	}

	@Test
	void removeOfTheNamesakesSecretWhenAnyCallFailsThrowsOrHasRemovedIt() throws Exception {
		assertThat(failing(NAMESAKES, "remove", NAME.text())).hasSizeGreaterThan(20)
			.allSatisfy((line) -> assertThat(line)
				.matches("%s\\|(%s|missing)\\|\\[]|true\\|missing\\|\\[]".formatted(FAILED, NAMESAKES)));
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, NAMESAKES })
	void findWhenAnyCallFailsNeverSaysThatThereIsNone(String before) throws Exception {
		assertThat(failing(before, "find", NAME.text())).hasSizeGreaterThan(5)
			.allSatisfy((line) -> assertThat(line).matches("(%s|%s)\\|.*".formatted(FAILED, before)));
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, NAMESAKES })
	void listWhenAnyCallFailsNeverLeavesOneOut(String before) throws Exception {
		assertThat(failing(before, "list")).hasSizeGreaterThan(5)
			.allSatisfy((line) -> assertThat(line).matches("(%s|\\[%s])\\|.*".formatted(FAILED, NAME.text())));
	}

	private List<String> failing(String before, String... words) throws IOException {
		List<String> arguments = Stream
			.concat(Stream.of(faults.library().toString(), this.home.toString(), before), Stream.of(words))
			.toList();
		return StoreProgram
			.output(faults.start(this.home, Faults.NEVER, Faults.IO_ERROR, FileFaultProgram.class, arguments))
			.lines()
			.toList();
	}

}
