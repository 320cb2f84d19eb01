package com.headjack.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The machine as this process sees it.
 *
 * @param operatingSystem the operating system
 * @param home the user's home folder
 * @param workingDirectory the folder in which Headjack was started
 * @param variables the environment variables
 * @param terminals the standard streams that are terminals
 */
public record HostEnvironment(OperatingSystem operatingSystem, Path home, Path workingDirectory,
		Map<String, String> variables, Set<StandardStream> terminals) {

	private static final Set<String> PLACES = Stream
		.of(KnownVariable.HEADJACK_PROFILE, KnownVariable.PATH, KnownVariable.HOME, KnownVariable.XDG_CONFIG_HOME,
				KnownVariable.XDG_DATA_HOME, KnownVariable.XDG_STATE_HOME, KnownVariable.XDG_RUNTIME_DIR,
				KnownVariable.DBUS_SESSION_BUS_ADDRESS, KnownVariable.DOCKER_HOST, KnownVariable.DOCKER_CONTEXT,
				KnownVariable.DOCKER_CONFIG, KnownVariable.DOCKER_TLS_VERIFY, KnownVariable.DOCKER_CERT_PATH,
				KnownVariable.CONTAINER_HOST, KnownVariable.VAULT_ADDR, KnownVariable.VAULT_NAMESPACE,
				KnownVariable.VAULT_CACERT, KnownVariable.VAULT_AUTH_MOUNT, KnownVariable.VAULT_ROLE,
				KnownVariable.VAULT_JWT_FILE)
		.map(KnownVariable::key)
		.collect(Collectors.toUnmodifiableSet());

	static final ScopedValue<Boolean> UNATTENDED = ScopedValue.newInstance();

	public HostEnvironment {
		variables = Map.copyOf(variables);
		terminals = Set.copyOf(terminals);
	}

	/**
	 * Describes this machine. The launcher lists the streams that are terminals in the
	 * system property {@code headjack.terminal}; without it, Java's console answers for
	 * all three.
	 * @return the machine
	 */
	public static HostEnvironment current() {
		return of(ProcessBytes.OF_SELF.variables(System.getenv()), Path.of("").toAbsolutePath(),
				System.getProperty("headjack.terminal"));
	}

	/**
	 * Describes this machine for a process of the same user.
	 * @param inherited the variables as the launcher leaves them
	 * @param folder the working directory
	 * @param terminals the streams that are terminals, as the launcher lists them;
	 * {@code null} if there was no launcher
	 * @return the machine
	 */
	public static HostEnvironment of(Map<String, String> inherited, Path folder, @Nullable String terminals) {
		Map<String, String> variables = new HashMap<>(inherited);
		UserVariables.giveBack(variables);
		OperatingSystem system = OperatingSystem.parse(System.getProperty("os.name", ""));
		return new HostEnvironment(system, HomeFolder.of(system, variables, System.getProperty("user.home", "")),
				folder, variables, StandardStream.terminals(terminals));
	}

	/**
	 * Returns the user's home folder.
	 * @return the folder, by an absolute path
	 * @throws HeadjackException if there is none
	 */
	@Override
	public Path home() {
		return HomeFolder.require(this.home);
	}

	/**
	 * Returns the folder in which Headjack was started.
	 * @return the folder, by an absolute path
	 * @throws HeadjackException if the folder's name is not UTF-8
	 */
	@Override
	public Path workingDirectory() {
		if (SystemText.replaced(this.workingDirectory.toString()) && Files.notExists(this.workingDirectory)) {
			throw new HeadjackException(FailureKind.UNAVAILABLE,
					"the path of the working directory is not UTF-8: " + this.workingDirectory,
					"rename the folder in a UTF-8 locale, or run hjk in another one");
		}
		return this.workingDirectory;
	}

	/**
	 * Gives a program the folder that Headjack was started in, if it has none yet, and
	 * the variables. It is looked for in the folders of {@code PATH}. A value that is not
	 * UTF-8 stays as this process has it.
	 * @param program the program that is to be started; changed
	 */
	public void prepare(ProcessBuilder program) {
		if (program.directory() == null && !this.workingDirectory.equals(Path.of("").toAbsolutePath())) {
			program.directory(workingDirectory().toFile());
		}
		locate(program);
		Map<String, String> environment = program.environment();
		UserVariables.giveBack(environment);
		environment.keySet().retainAll(this.variables.keySet());
		this.variables.forEach((name, value) -> {
			if (SystemText.flaw(value).isEmpty()) {
				environment.put(name, value);
			}
		});
	}

	/**
	 * Names the program's file, unless Java finds it where it should.
	 */
	private void locate(ProcessBuilder program) {
		String folders = this.variables.get(KnownVariable.PATH.key());
		List<String> words = new ArrayList<>(program.command());
		if (Objects.equals(folders, System.getenv(KnownVariable.PATH.key())) || words.getFirst().contains("/")
				|| this.operatingSystem == OperatingSystem.WINDOWS
				|| (folders != null && SystemText.flaw(folders).isPresent())) {
			return;
		}
		File start = program.directory();
		words.set(0, new ProgramSearch(folders).find(words.getFirst(),
				(start != null) ? start.toPath() : this.workingDirectory));
		program.command(words);
	}

	/**
	 * Finds an environment variable.
	 * @param variable the variable
	 * @return its value, or empty if it is unset or blank
	 * @throws HeadjackException if the value is not UTF-8
	 */
	public Optional<String> variable(Variable variable) {
		Optional<String> value = value(variable);
		if (value.flatMap(SystemText::flaw).isPresent()) {
			throw notUtf8(variable);
		}
		return value;
	}

	/**
	 * Finds an environment variable that may hold any bytes.
	 * @param variable the variable
	 * @return its value as it is, or empty if it is unset or blank
	 * @throws HeadjackException if the value is not UTF-8, and the system does not tell
	 * the bytes
	 */
	public Optional<byte[]> bytes(Variable variable) {
		Optional<String> value = value(variable);
		if (!value.map(SystemText::complete).orElse(true)) {
			throw notUtf8(variable);
		}
		return value.map(SystemText::encode);
	}

	/**
	 * Returns those of some variables that are set, be they blank or not UTF-8.
	 * @param wanted the variables
	 * @return the values by the variables' names
	 */
	public Map<String, String> given(Collection<? extends Variable> wanted) {
		Map<String, String> given = new HashMap<>();
		wanted.forEach((variable) -> given.computeIfAbsent(variable.key(), this.variables::get));
		return given;
	}

	/**
	 * Finds the variables that may set keys of the configuration.
	 * @return the variables, in the order of their names
	 */
	public Stream<SettingVariable> settings() {
		return this.variables.keySet()
			.stream()
			.filter((key) -> key.startsWith(SettingVariable.BEGINNING) && !KnownVariable.includes(key))
			.sorted()
			.map(SettingVariable::new);
	}

	private Optional<String> value(Variable variable) {
		return Optional.ofNullable(this.variables.get(variable.key())).filter((value) -> !value.isBlank());
	}

	private static HeadjackException notUtf8(Variable variable) {
		return new HeadjackException(FailureKind.MISUSED, "the value of " + variable.key() + " is not UTF-8",
				"set it again in a UTF-8 locale, or convert it with iconv");
	}

	/**
	 * Finds an environment variable that names a folder.
	 * @param variable the variable
	 * @return the folder, or empty if the variable is unset or not an absolute path
	 */
	public Optional<Path> folder(Variable variable) {
		return variable(variable).map(Path::of).filter(Path::isAbsolute);
	}

	/**
	 * Finds an environment variable that names a file.
	 * @param variable the variable
	 * @return the file, by an absolute path: a relative one is meant from the working
	 * directory; or empty if the variable is unset
	 * @throws HeadjackException if the value is not UTF-8
	 */
	public Optional<Path> file(Variable variable) {
		return variable(variable).map((file) -> workingDirectory().resolve(file));
	}

	/**
	 * Resolves a path from the user's configuration.
	 * @param text the path, absolute, below {@code ~}, or relative to the home folder
	 * @return the absolute path
	 */
	public Path resolve(String text) {
		boolean atHome = text.equals("~") || text.startsWith("~/");
		return home().resolve(atHome ? home() + text.substring(1) : text);
	}

	/**
	 * Describes the same machine for what goes on when a command is done: in the home
	 * folder, without a terminal, and with none of the variables that may hold a secret.
	 * @return the machine with the variables that tell where things are
	 */
	public HostEnvironment withoutSecrets() {
		Map<String, String> places = new HashMap<>(this.variables);
		places.keySet().removeIf((name) -> !PLACES.contains(name) && !isPlainSetting(name));
		return new HostEnvironment(this.operatingSystem, this.home, this.home, places, Set.of());
	}

	/**
	 * The agents' settings have variables for agents.
	 */
	private static boolean isPlainSetting(String name) {
		return name.startsWith(SettingVariable.BEGINNING) && !KnownVariable.includes(name)
				&& !name.startsWith(SettingVariable.BEGINNING + "AGENTS");
	}

	/**
	 * Whether there is a user to ask.
	 * @return whether stdin and stderr are terminals
	 */
	public boolean interactive() {
		return attended() && this.terminals.containsAll(Set.of(StandardStream.STDIN, StandardStream.STDERR));
	}

	/**
	 * Whether the user may be asked by other ways than a terminal, such as a prompt of
	 * the desktop.
	 * @return {@code false} within {@link #unattended}
	 */
	public boolean attended() {
		return !UNATTENDED.isBound();
	}

	/**
	 * Does something that must not ask the user, on this thread.
	 * @param <T> the type of the result
	 * @param action what is to be done
	 * @return its result
	 */
	public <T> T unattended(Supplier<T> action) {
		return ScopedValue.where(UNATTENDED, true).call(action::get);
	}

	/**
	 * Whether a program can have the terminal: input and output are one.
	 * @return whether keys and screen are there
	 */
	public boolean attachable() {
		return this.terminals.containsAll(Set.of(StandardStream.STDIN, StandardStream.STDOUT));
	}

	/**
	 * Whether a stream is a terminal.
	 * @param stream the stream
	 * @return whether it is a terminal
	 */
	public boolean terminal(StandardStream stream) {
		return this.terminals.contains(stream);
	}

	@Override
	public String toString() {
		return "HostEnvironment[" + this.operatingSystem + "]";
	}

}
