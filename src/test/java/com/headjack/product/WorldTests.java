package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;

import com.headjack.shell.TestCommandLine;
import com.headjack.shell.grammar.CommandDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link World}, and for the worlds that the tests of the product run in.
 */
class WorldTests {

	private static final Path TESTS = Path.of("src/test/java/com/headjack/product");

	private static final String NAME = "IntegrationTests.java";

	private static final Set<World> WITH_RESIDENT = EnumSet.of(World.RESIDENT, World.RESIDENT_USER);

	/**
	 * Commands that never run in the resident process.
	 */
	private static final Pattern ALONE = Pattern
		.compile("(?:auth|completion|doctor|help|launcher|resident|script|shell|version)\\b.*");

	@Test
	void ofIsTheWorldOfTheTestsClass() {
		assertThat(World.of(new Warm())).isEqualTo(World.RESIDENT);
		assertThat(World.of(this)).isEqualTo(World.PLAIN);
	}

	@Test
	void everyCommandIsTestedWithTheResidentProcess() throws IOException {
		assertThat(tested(true)).containsAll(commands());
	}

	@Test
	void everyCommandIsTestedWithoutTheResidentProcess() throws IOException {
		assertThat(tested(false)).containsAll(commands());
	}

	private static List<String> commands() {
		return TestCommandLine.of(TestCommandLine.noApplication())
			.table()
			.definitions()
			.map(CommandDefinition::getName)
			.filter((name) -> !ALONE.matcher(name).matches())
			.toList();
	}

	private static Set<String> tested(boolean withResident) throws IOException {
		Set<String> tested = new TreeSet<>();
		try (Stream<Path> files = Files.list(TESTS)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(NAME)).toList()) {
				if (worlds(file).anyMatch((world) -> WITH_RESIDENT.contains(world) == withResident)) {
					tested.addAll(words(Files.readString(file)));
				}
			}
		}
		return tested;
	}

	private static Stream<World> worlds(Path file) {
		Class<?> test = test(file);
		EnumSource several = test.getAnnotation(EnumSource.class);
		if (several != null) {
			return Arrays.stream(several.names()).map(World::valueOf);
		}
		InWorld usual = test.getAnnotation(InWorld.class);
		return Stream.of((usual != null) ? usual.value() : World.PLAIN);
	}

	private static Class<?> test(Path file) {
		try {
			return Class
				.forName(WorldTests.class.getPackageName() + "." + file.getFileName().toString().replace(".java", ""));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Set<String> words(String source) {
		String texts = source + source.replace("\", \"", " ");
		return commands().stream().filter((name) -> use(name).matcher(texts).find()).collect(Collectors.toSet());
	}

	/**
	 * How a test names a command: as a text of its own, with more words, or behind hjk.
	 */
	private static Pattern use(String command) {
		return Pattern.compile("\"" + command + "(?: [a-z0-9/.@=-]+)*\"|hjk " + command + "\\b");
	}

	@InWorld(World.RESIDENT)
	private static final class Warm {

	}

}
