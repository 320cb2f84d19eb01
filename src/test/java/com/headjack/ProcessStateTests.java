package com.headjack;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to the process, and who may look at it. The resident process runs commands
 * of many clients, each of which has its own variables, working directory and streams.
 */
@AnalyzeClasses(packages = "com.headjack", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessStateTests {

	/**
	 * By member of Java's own classes, the packages and classes that may use it. A member
	 * with parentheses is only the method with these parameters.
	 */
	private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
			// variables, arguments and working directory
			Map.entry("java.lang.System.getenv", Set.of("host", "client")),
			Map.entry("java.lang.ProcessBuilder.<init>",
					Set.of("process", "shell.terminal", "client", "resident", "host", "SshProgram")),
			Map.entry("java.lang.Runtime.exec", Set.of()),
			Map.entry("java.nio.file.Path.toAbsolutePath", Set.of("host", "client")),
			Map.entry("java.nio.file.Path.toUri", Set.of()), Map.entry("java.io.File.getAbsolutePath", Set.of()),
			Map.entry("java.io.File.getAbsoluteFile", Set.of()), Map.entry("java.io.File.getCanonicalPath", Set.of()),
			Map.entry("java.io.File.getCanonicalFile", Set.of()),
			// standard streams
			Map.entry("java.lang.System.in", Set.of()), Map.entry("java.lang.System.console", Set.of("host")),
			Map.entry("java.io.FileDescriptor.in", Set.of("shell.terminal", "client")),
			// identity, and the end
			Map.entry("java.lang.ProcessHandle.current", Set.of("host", "resident", "client")),
			Map.entry("java.lang.Runtime.addShutdownHook", Set.of("host", "HeadjackApplication", "client")),
			Map.entry("java.lang.Runtime.removeShutdownHook", Set.of("host")),
			Map.entry("java.lang.Runtime.halt", Set.of("HeadjackApplication", "resident", "client")),
			Map.entry("java.lang.System.exit", Set.of("HeadjackApplication")),
			Map.entry("java.io.File.deleteOnExit", Set.of()),
			Map.entry("java.nio.channels.FileChannel.lock", Set.of("host")),
			Map.entry("java.nio.channels.FileChannel.tryLock", Set.of("host", "resident")),
			// what all commands share
			Map.entry("java.lang.System.setProperty", Set.of("ApplicationStart")),
			Map.entry("java.lang.System.setProperties", Set.of()), Map.entry("java.lang.System.setIn", Set.of()),
			Map.entry("java.util.Locale.setDefault", Set.of("HeadjackApplication")),
			Map.entry("java.util.TimeZone.setDefault", Set.of()),
			Map.entry("java.lang.Thread.setDefaultUncaughtExceptionHandler", Set.of("resident")),
			Map.entry("java.security.Security.addProvider", Set.of()),
			Map.entry("java.security.Security.insertProviderAt", Set.of("client")),
			Map.entry("java.security.Security.setProperty", Set.of("resident")),
			Map.entry("java.util.Collection.parallelStream", Set.of()),
			Map.entry("java.util.List.parallelStream", Set.of()),
			Map.entry("java.util.stream.Stream.parallel", Set.of()),
			Map.entry("java.util.stream.IntStream.parallel", Set.of()),
			Map.entry("java.util.concurrent.CompletableFuture.supplyAsync", Set.of()),
			Map.entry("java.util.concurrent.CompletableFuture.runAsync", Set.of()),
			Map.entry("java.util.concurrent.ForkJoinPool.commonPool", Set.of()),
			Map.entry("java.net.ProxySelector.setDefault", Set.of()),
			Map.entry("java.net.Authenticator.setDefault", Set.of()),
			// keeps the buffers of what it wrote
			Map.entry("tools.jackson.databind.json.JsonMapper.shared",
					Set.of("journal", "shell.command", "SessionFiles", "Holdings", "DockerRecords", "EngineFailures")),
			// time zone, language and encoding
			Map.entry("java.time.ZoneId.systemDefault", Set.of()),
			Map.entry("java.time.Clock.systemDefaultZone", Set.of()), Map.entry("java.time.LocalDate.now", Set.of()),
			Map.entry("java.time.LocalDateTime.now", Set.of()), Map.entry("java.time.LocalTime.now", Set.of()),
			Map.entry("java.time.OffsetDateTime.now", Set.of()), Map.entry("java.time.ZonedDateTime.now", Set.of()),
			Map.entry("java.util.TimeZone.getDefault", Set.of()), Map.entry("java.util.Calendar.getInstance", Set.of()),
			Map.entry("java.text.SimpleDateFormat.<init>", Set.of()),
			Map.entry("java.util.Locale.getDefault", Set.of()), Map.entry("java.lang.String.toLowerCase()", Set.of()),
			Map.entry("java.lang.String.toUpperCase()", Set.of()),
			Map.entry("java.lang.String.format(java.lang.String, [Ljava.lang.Object;)", Set.of()),
			Map.entry("java.nio.charset.Charset.defaultCharset", Set.of()),
			Map.entry("java.lang.String.getBytes()", Set.of()), Map.entry("java.lang.String.<init>([B)", Set.of()),
			Map.entry("java.io.InputStreamReader.<init>(java.io.InputStream)", Set.of()),
			Map.entry("java.io.OutputStreamWriter.<init>(java.io.OutputStream)", Set.of()),
			Map.entry("java.io.FileReader.<init>", Set.of()), Map.entry("java.io.FileWriter.<init>", Set.of()));

	@ArchTest
	static final ArchRule what_belongs_to_the_process_has_an_owner = classes().should(leaveToItsOwner());

	@ArchTest
	static void variables_are_read_by_their_names_alone(JavaClasses classes) {
		assertThat(classes.get(HostEnvironment.class)
			.getMethod("variables")
			.getAccessesToSelf()
			.stream()
			.filter((access) -> !access.getOriginOwner().getPackageName().equals("com.headjack.host"))
			.map(JavaAccess::getDescription)).isEmpty();
	}

	@ArchTest
	static void names_of_variables_are_made_in_two_places(JavaClasses classes) {
		assertThat(makers(classes, "SettingVariable")).containsOnly("HostEnvironment");
		assertThat(makers(classes, "ProfileVariable")).containsOnly("LoginFolder");
	}

	private static Stream<String> makers(JavaClasses classes, String name) {
		return classes.get("com.headjack.host." + name)
			.getConstructors()
			.stream()
			.flatMap((constructor) -> constructor.getAccessesToSelf().stream())
			.map((access) -> access.getOriginOwner().getSimpleName());
	}

	/**
	 * The variables that only the launcher reads.
	 */
	private static final List<KnownVariable> LAUNCHER = List.of(KnownVariable.HJK_ALONE, KnownVariable.HJK_JAVA_HOME,
			KnownVariable.HJK_JAVA_OPTS, KnownVariable.JAVA_HOME, KnownVariable.LC_ALL, KnownVariable.PWD);

	@ArchTest
	static void every_known_variable_is_read(JavaClasses classes) {
		assertThat(Arrays.stream(KnownVariable.values()).filter((variable) -> !LAUNCHER.contains(variable)))
			.allSatisfy((variable) -> assertThat(classes.get(KnownVariable.class)
				.getField(variable.name())
				.getAccessesToSelf()
				.stream()
				.filter((access) -> !access.getOriginOwner().isEquivalentTo(KnownVariable.class))).isNotEmpty());
	}

	@ArchTest
	static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();

	/**
	 * The static fields whose content changes, all in one place: what threads of one
	 * process must tell each other.
	 */
	private static final Set<String> SHARED = Set.of("FileTurn.TURNS", "Termination.OF_CLIENT",
			"ClientErrors.OF_CLIENT", "Secret.USES");

	private static final String CHANGING = "java\\.util\\.concurrent\\..*|java\\.lang\\.(Inheritable)?ThreadLocal"
			+ "|java\\.util\\.(?!Map|List|Set)\\w*(Map|List|Set|Queue|Deque)|java\\.lang\\.StringBuilder"
			+ "|tools\\.jackson\\.databind\\.node\\..*|java\\.util\\.Properties|java\\.util\\.(Secure)?Random";

	@ArchTest
	static void static_fields_hold_nothing_that_changes(JavaClasses classes) {
		assertThat(classes.stream()
			.flatMap((type) -> type.getFields().stream())
			.filter((field) -> field.getModifiers().contains(JavaModifier.STATIC))
			.filter((field) -> field.getRawType().getName().matches(CHANGING))
			.map(ProcessStateTests::name)).isSubsetOf(SHARED);
	}

	@ArchTest
	static void static_collections_cannot_be_changed(JavaClasses classes) {
		assertThat(classes.stream()
			.flatMap((type) -> type.getFields().stream())
			.filter((field) -> field.getModifiers().contains(JavaModifier.STATIC))
			.filter((field) -> field.getRawType().getName().matches("java\\.util\\.(Map|List|Set|Collection)"))
			.filter((field) -> !SHARED.contains(name(field)))
			.map((field) -> name(field) + " is a " + content(field)))
			.allMatch((content) -> content.matches(".*(Immutable|Unmodifiable).*"));
	}

	private static String content(JavaField field) {
		try {
			Field reflected = field.reflect();
			reflected.setAccessible(true);
			return reflected.get(null).getClass().getName();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String name(JavaField field) {
		return field.getOwner().getSimpleName() + "." + field.getName();
	}

	private static ArchCondition<JavaClass> leaveToItsOwner() {
		return new ArchCondition<>("leave it to its owner") {
			@Override
			public void check(JavaClass user, ConditionEvents events) {
				user.getAccessesFromSelf()
					.stream()
					.filter((access) -> OWNERS.entrySet()
						.stream()
						.anyMatch((entry) -> isTo(access, entry.getKey()) && !owns(user, entry.getValue())))
					.forEach((access) -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
			}
		};
	}

	private static boolean owns(JavaClass user, Set<String> owners) {
		String name = user.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
		return owners.contains(name) || owners.contains(user.getPackageName().replaceFirst("^com\\.headjack\\.?", ""));
	}

	/**
	 * Whether a field or method is used, be it declared in a subclass.
	 */
	private static boolean isTo(JavaAccess<?> access, String member) {
		String parameters = member.replaceFirst("^[^(]*", "");
		String name = member.substring(0, member.length() - parameters.length());
		int dot = name.lastIndexOf('.');
		return access.getName().equals(name.substring(dot + 1)) && access.getTarget().getFullName().endsWith(parameters)
				&& access.getTargetOwner().isAssignableTo(name.substring(0, dot));
	}

}
