package com.headjack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerSpec;
import com.headjack.secret.Secret;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house: which package may use which.
 */
@AnalyzeClasses(packages = "com.headjack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "com.headjack";

	/**
	 * By package, the packages that it may use; all may use {@code failure}.
	 */
	static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

	static {
		MAY_USE.put("failure", Set.of());
		MAY_USE.put("text", Set.of());
		MAY_USE.put("secret", Set.of());
		MAY_USE.put("redaction", Set.of("secret"));
		MAY_USE.put("screen", Set.of());
		MAY_USE.put("host", Set.of());
		MAY_USE.put("process", Set.of("text", "host"));
		MAY_USE.put("foreign", Set.of());
		MAY_USE.put("configuration", Set.of("text", "host"));
		MAY_USE.put("agent", Set.of("text", "configuration", "host"));
		MAY_USE.put("store", Set.of("text", "configuration", "secret", "host"));
		MAY_USE.put("store.system", Set.of("store", "foreign"));
		MAY_USE.put("store.keyctl", Set.of("store", "store.system", "secret", "host", "foreign"));
		MAY_USE.put("store.macos", Set.of("store", "store.system", "secret", "host", "foreign"));
		MAY_USE.put("store.windows", Set.of("text", "store", "store.system", "secret", "host", "foreign"));
		MAY_USE.put("store.namesake", Set.of());
		MAY_USE.put("store.file", Set.of("text", "store", "store.namesake", "secret", "host"));
		MAY_USE.put("store.libsecret", Set.of("store", "store.namesake", "secret", "host"));
		MAY_USE.put("store.vault", Set.of("store", "configuration", "secret", "host"));
		MAY_USE.put("credential", Set.of("text", "agent", "store", "secret", "host"));
		MAY_USE.put("gitconfig", Set.of());
		MAY_USE.put("worktree", Set.of("gitconfig", "text", "process", "host"));
		MAY_USE.put("engine", Set.of("secret", "host"));
		MAY_USE.put("engine.docker", Set.of("text", "engine", "configuration", "secret", "host", "foreign"));
		MAY_USE.put("image", Set.of("text", "engine", "configuration", "host"));
		MAY_USE.put("injection", Set.of("agent", "credential", "engine", "secret"));
		MAY_USE.put("workspace", Set.of("text", "worktree", "engine", "host"));
		MAY_USE.put("instance",
				Set.of("text", "gitconfig", "worktree", "workspace", "engine", "configuration", "process", "host"));
		MAY_USE.put("journal", Set.of("secret", "host"));
		MAY_USE.put("renewal",
				Set.of("agent", "credential", "injection", "instance", "engine", "journal", "secret", "host", "text"));
		MAY_USE.put("log", Set.of("redaction", "screen", "engine", "host"));
		MAY_USE.put("audit", Set.of("redaction", "instance", "worktree", "engine", "host"));
		MAY_USE.put("trust", Set.of("text", "agent", "configuration", "host"));
		MAY_USE.put("session", Set.of("text", "trust", "renewal", "instance", "credential", "injection", "agent",
				"engine", "configuration", "log", "process", "host", "secret"));
		MAY_USE.put("work", Set.of("session", "instance", "worktree"));
		MAY_USE.put("shell.grammar", Set.of("text"));
		MAY_USE.put("shell.terminal", Set.of("text", "shell.grammar", "engine", "screen", "secret", "host"));
		MAY_USE.put("wire", Set.of());
		MAY_USE.put("client", Set.of("wire"));
		MAY_USE.put("resident", Set.of("wire", "shell.terminal", "configuration", "secret", "host", "foreign"));
		MAY_USE.put("training", Set.of(""));
		MAY_USE.put("doctor", Set.of("store", "credential", "engine", "image", "process", "agent", "configuration",
				"host", "secret"));
	}

	@ArchTest
	static final ArchRule packages_use_only_what_they_may = classes().that()
		.resideInAPackage(ROOT + "..")
		.should(useOnlyWhatTheyMay());

	@ArchTest
	static final ArchRule packages_have_no_cycles = slices().matching("com.headjack.(**)").should().beFreeOfCycles();

	/**
	 * It has to be there at once.
	 */
	@ArchTest
	static final ArchRule the_client_uses_nothing_but_the_jdk = classes().that()
		.resideInAnyPackage(ROOT + ".client", ROOT + ".wire")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage(ROOT + ".client", ROOT + ".wire", "java..", "jdk..", "sun.misc..", "org.jspecify..");

	@ArchTest
	static final ArchRule docker_java_is_the_adapter_s_own = onlyIn("com.github.dockerjava..", ROOT + ".engine.docker");

	@ArchTest
	static final ArchRule dbus_java_is_the_secret_service_s_own = onlyIn("org.freedesktop..",
			ROOT + ".store.libsecret");

	@ArchTest
	static final ArchRule spring_vault_is_the_store_s_own = onlyIn("org.springframework.vault..",
			ROOT + ".store.vault");

	@ArchTest
	static final ArchRule jose_is_the_encrypted_files_own = onlyIn("com.nimbusds..", ROOT + ".store.file");

	@ArchTest
	static final ArchRule the_web_s_client_is_the_store_s_own = onlyIn("org.springframework.web..",
			ROOT + ".store.vault");

	@ArchTest
	static final ArchRule native_functions_are_linked_in_few_places = onlyIn("java.lang.foreign..", ROOT + ".foreign",
			ROOT + ".client", ROOT + ".engine.docker", ROOT + ".resident", ROOT + ".store.keyctl",
			ROOT + ".store.macos", ROOT + ".store.windows");

	@ArchTest
	static final ArchRule spring_shell_is_the_shell_s_own = onlyIn("org.springframework.shell..", ROOT + ".shell..");

	@ArchTest
	static final ArchRule jline_is_for_terminals = onlyIn("org.jline..", ROOT + ".shell..", ROOT + ".resident",
			ROOT + ".screen");

	@ArchTest
	static final ArchRule the_environment_is_read_through_preferences = onlyIn("org.springframework.core.env..", ROOT,
			ROOT + ".configuration", ROOT + ".agent");

	@ArchTest
	static final ArchRule fields_are_not_injected = fields().should()
		.notBeAnnotatedWith(Autowired.class)
		.andShould()
		.notBeAnnotatedWith(Value.class);

	@ArchTest
	static final ArchRule names_say_something = noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper)");

	@ArchTest
	static final ArchRule a_container_spec_cannot_hold_a_secret = noClasses().that()
		.belongToAnyOf(ContainerSpec.class)
		.or()
		.haveNameMatching(ROOT.replace(".", "\\.") + "\\.engine\\.(Mount.*|RuntimeOptions.*)")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(Secret.class);

	@ArchTest
	static void every_setting_is_read(JavaClasses classes) {
		Set<String> read = classes.get(Setting.class)
			.getFields()
			.stream()
			.filter((field) -> field.getAccessesToSelf()
				.stream()
				.map((access) -> access.getOriginOwner())
				.anyMatch(ArchitectureTests::reads))
			.map(JavaField::getName)
			.collect(Collectors.toSet());
		assertThat(Setting.values()).extracting(Setting::name).filteredOn((name) -> !read.contains(name)).isEmpty();
	}

	/**
	 * Whether a class does more with a setting than to list or to check its values.
	 */
	private static boolean reads(JavaClass user) {
		return !user.isEquivalentTo(Setting.class)
				&& !user.getName().startsWith(ROOT + ".shell.command.SettingChoices");
	}

	@ArchTest
	static final ArchRule secrets_are_revealed_in_few_places = classes().that()
		.doNotHaveFullyQualifiedName(ROOT + ".credential.Mask")
		.and()
		.doNotHaveFullyQualifiedName(ROOT + ".credential.CredentialCodec")
		.and()
		.doNotHaveFullyQualifiedName(ROOT + ".credential.CredentialCheck")
		.and()
		.doNotHaveFullyQualifiedName(ROOT + ".credential.FactReader")
		.and()
		.doNotHaveFullyQualifiedName(ROOT + ".injection.Template")
		.should(revealNoSecret());

	@ArchTest
	static void packages_are_null_marked_and_known(JavaClasses classes) {
		Set<String> known = MAY_USE.keySet();
		assertThat(classes.stream().map(JavaClass::getPackageName).distinct()).allSatisfy((name) -> {
			assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class)).isTrue();
			assertThat(known.contains(below(name)) || Set.of("", "shell", "shell.command").contains(below(name)))
				.as(name)
				.isTrue();
		});
	}

	/**
	 * What reaches the user's terminal as it is, and who may use it. Everything else is
	 * made visible by {@code Output}.
	 */
	private static final Map<String, Set<String>> RAW = Map.ofEntries(Map.entry("java.lang.System.out", Set.of()),
			Map.entry("java.lang.System.err", Set.of()), Map.entry("java.io.Console.writer", Set.of()),
			Map.entry("java.lang.System.setOut", Set.of()),
			Map.entry("java.lang.System.setErr", Set.of("HeadjackApplication", "Resident")),
			Map.entry("java.io.FileDescriptor.out", Set.of("ProcessStreams", "Streams")),
			Map.entry("java.io.FileDescriptor.err", Set.of("ProcessStreams", "Streams")),
			Map.entry("java.lang.Throwable.printStackTrace", Set.of("Output")),
			Map.entry("org.jline.terminal.Terminal.writer", Set.of("RawTerminal", "PlainLine", "TerminalDialog")),
			Map.entry("org.jline.terminal.Terminal.output", Set.of()),
			Map.entry("org.jline.reader.LineReader.readLine", Set.of("TerminalDialog", "InteractiveShell")),
			Map.entry("org.jline.reader.LineReader.printAbove", Set.of()),
			Map.entry("com.headjack.shell.terminal.Output.draw", Set.of("Progress")),
			Map.entry("com.headjack.shell.terminal.Output.raw", Set.of("LogPrinter")),
			Map.entry("com.headjack.shell.terminal.Output.target", Set.of("SessionViewer")),
			Map.entry("com.headjack.shell.terminal.Output.errors", Set.of("SessionViewer")));

	@ArchTest
	static final ArchRule text_reaches_the_terminal_through_the_output_alone = classes().should(writeNothingRaw());

	private static ArchCondition<JavaClass> writeNothingRaw() {
		return new ArchCondition<>("write nothing raw to the terminal") {
			@Override
			public void check(JavaClass user, ConditionEvents events) {
				String name = user.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
				user.getAccessesFromSelf()
					.stream()
					.filter((access) -> RAW.entrySet()
						.stream()
						.anyMatch((entry) -> isTo(access, entry.getKey()) && !entry.getValue().contains(name)))
					.forEach((access) -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
			}
		};
	}

	/**
	 * Whether a field or method is used, be it declared in a subclass.
	 */
	private static boolean isTo(JavaAccess<?> access, String member) {
		int dot = member.lastIndexOf('.');
		return !access.getOriginOwner().equals(access.getTargetOwner())
				&& access.getName().equals(member.substring(dot + 1))
				&& access.getTargetOwner().isAssignableTo(member.substring(0, dot));
	}

	private static ArchRule onlyIn(String library, String... packages) {
		return noClasses().that()
			.resideOutsideOfPackages(packages)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library);
	}

	private static ArchCondition<JavaClass> revealNoSecret() {
		return new ArchCondition<>("reveal no secret") {
			@Override
			public void check(JavaClass user, ConditionEvents events) {
				Stream.concat(user.getMethodCallsFromSelf().stream(), user.getMethodReferencesFromSelf().stream())
					.filter((access) -> access.getTargetOwner().isEquivalentTo(Secret.class)
							&& access.getName().equals("reveal"))
					.forEach((access) -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
			}
		};
	}

	private static ArchCondition<JavaClass> useOnlyWhatTheyMay() {
		return new ArchCondition<>("use only what they may") {
			@Override
			public void check(JavaClass user, ConditionEvents events) {
				Set<String> allowed = MAY_USE.get(below(user.getPackageName()));
				if (allowed == null) {
					return;
				}
				user.getDirectDependenciesFromSelf()
					.stream()
					.filter((dependency) -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
					.filter((dependency) -> !mayUse(user, allowed, dependency.getTargetClass()))
					.forEach((dependency) -> events
						.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
			}
		};
	}

	private static boolean mayUse(JavaClass user, Set<String> allowed, JavaClass used) {
		String name = below(used.getPackageName());
		return Arrays.asList(below(user.getPackageName()), "failure").contains(name) || allowed.contains(name);
	}

	private static String below(String name) {
		return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
	}

}
