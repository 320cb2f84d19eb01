package com.headjack.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.headjack.shell.command.Commands;
import com.headjack.shell.grammar.ArgvParser;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.CommandText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands as they are declared.
 */
class CommandTableTests {

	private static final CommandTable TABLE = TestCommandLine.of(NoApplication.INSTANCE).table();

	static Stream<CommandDefinition> commands() {
		return TABLE.definitions();
	}

	@Test
	void everyClassThatDeclaresCommandsIsRegistered() {
		Set<String> users = Set.of(Commands.class.getName(), CommandLine.class.getName());
		Stream<JavaClass> declaring = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("com.headjack.shell")
			.stream()
			.filter((type) -> type.getMethods()
				.stream()
				.anyMatch((method) -> method.getName().equals("commands")
						&& method.getRawReturnType().isEquivalentTo(List.class)));
		assertThat(declaring).hasSizeGreaterThan(7)
			.allSatisfy((type) -> assertThat(type.getAccessesToSelf())
				.anyMatch((access) -> users.contains(access.getOriginOwner().getName())));
	}

	@Test
	void namesAndAliasesAreUnique() {
		List<String> names = commands()
			.flatMap((command) -> Stream.concat(Stream.of(command.getName()), command.getAliases().stream()))
			.toList();
		assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20);
	}

	@Test
	void commandsAreFoundInSpringShellsRegistry() {
		assertThat(TABLE.getCommandByAlias("ls")).isSameAs(TABLE.getCommandByName("ps"));
		assertThat(TABLE.getCommandsByPrefix("auth")).hasSize(9);
		assertThat(TABLE.getCommands()).filteredOn((command) -> command.isHidden())
			.extracting((command) -> command.getName())
			.containsExactlyInAnyOrder("complete", "launcher", "shell", "script");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyCommandHasExamplesThatItUnderstands(CommandDefinition command) {
		assertThat(command.examples()).isNotEmpty();
		assertThat(command.examples()).extracting(CommandTableTests::understood).containsOnly(command.getName());
	}

	private static String understood(String example) {
		String line = example.substring(example.indexOf("hjk")).split("[|)]", 2)[0];
		CommandText text = CommandText.of(line);
		assertThat(text.complete()).as(example).isTrue();
		return new ArgvParser(TABLE).parse(text.lines().getFirst().withoutProgram()).commandName();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyCommandIsDescribedInOneLine(CommandDefinition command) {
		assertThat(command.getDescription()).matches("[A-Z].{5,79}[^.]");
		assertThat(command.getGroup()).isNotBlank();
		assertThat(command.getOptions()).allSatisfy((option) -> assertThat(option.description()).isNotBlank());
	}

	/**
	 * Before the parser knows the command, it has to know which options take a value.
	 */
	@Test
	void optionsOfCommandsWithOneFirstWordTakeAValueAlike() {
		commands().collect(Collectors.groupingBy((command) -> command.getName().split(" ", 2)[0]))
			.values()
			.forEach((family) -> assertThat(
					family.stream().flatMap(CommandDefinition::allOptions).map((option) -> option.option()).distinct())
				.extracting((option) -> option.longName() + " " + option.type())
				.as(family.toString())
				.satisfies((options) -> assertThat(options.stream().map((option) -> option.split(" ", 2)[0]).distinct())
					.hasSameSizeAs(options.stream().distinct().toList())));
	}

	@Test
	void shellWhenItRunsIsNotAvailableAgain() {
		TestCommandLine line = TestCommandLine.of(NoApplication.INSTANCE);
		assertThat(line.table().get("shell").getAvailabilityProvider().get().isAvailable()).isTrue();
	}

}
