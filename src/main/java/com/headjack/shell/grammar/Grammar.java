package com.headjack.shell.grammar;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.shell.grammar.Parameter.Values;

/**
 * The command line: every command with what it takes.
 */
public final class Grammar {

	public static final List<Option> GLOBAL = List.of(Option.flag("help", 'h', "show this help"),
			Option.flag("debug", ' ', "show what happens inside, and stack traces"),
			Option.valued("profile", ' ', "NAME", "use a profile of the configuration"));

	private static final String CREDENTIALS = "Credentials";

	private static final String INSTANCES = "Instances";

	private static final String SESSIONS = "Sessions";

	private static final String REST = "The rest";

	private static final Option OUTPUT = Option.valued("output", 'o', "FORMAT", "table or json", Values.FORMAT);

	private static final Option DETACH = Option.flag("detach", 'd', "do not attach to the session");

	private static final Option NAME = Option.valued("name", 'n', "NAME", "name the session");

	private static final Option ACCOUNT = Option.valued("account", ' ', "NAME",
			"one of several accounts with the agent's vendor", Values.ACCOUNT);

	private static final Option PROMPT = Option.valued("prompt", 'p', "PROMPT", "what the agent is to do first");

	private static final Option IMAGE = Option.valued("image", 'i', "IMAGE", "the container's image");

	private static final Parameter AGENT = Parameter.required("AGENT", Values.AGENT);

	private static final Parameter INSTANCE = Parameter.required("BRANCH", Values.INSTANCE);

	public static final CommandSyntax AUTH = CommandSyntax.of(CREDENTIALS, "auth", "Log in to an agent, once")
		.takes(AGENT)
		.with(Option.valued("method", 'm', "METHOD", "subscription or apikey", Values.METHOD), ACCOUNT,
				Option.flag("status", ' ', "only say whether there is a login"))
		.examples("hjk auth claude", "printenv OPENAI_API_KEY | hjk auth codex --method apikey",
				"hjk auth gemini --status", "hjk auth claude --account work");

	public static final CommandSyntax AUTH_STATUS = CommandSyntax
		.of(CREDENTIALS, "auth status", "List the logins, without their secrets")
		.with(OUTPUT)
		.examples("hjk auth status", "hjk auth status -o json");

	public static final CommandSyntax AUTH_REMOVE = CommandSyntax.of(CREDENTIALS, "auth remove", "Forget a login")
		.takes(AGENT)
		.with(ACCOUNT)
		.examples("hjk auth remove codex", "hjk auth remove claude --account work");

	public static final CommandSyntax AUTH_DEFAULT = CommandSyntax
		.of(CREDENTIALS, "auth default", "Choose the account that is used where none is named")
		.takes(AGENT, Parameter.required("ACCOUNT", Values.ACCOUNT))
		.examples("hjk auth default claude work", "hjk auth default claude default");

	public static final CommandSyntax AUTH_MIGRATE = CommandSyntax
		.of(CREDENTIALS, "auth migrate", "Move all logins from one store to another")
		.with(Option.valued("from", ' ', "BACKEND", "the store that is left", Values.BACKEND),
				Option.valued("to", ' ', "BACKEND", "the store that is moved to", Values.BACKEND))
		.examples("hjk auth migrate --from keyctl --to file");

	public static final CommandSyntax RUN = CommandSyntax
		.of(INSTANCES, "run", "Give a branch its worktree and its container, and start an agent")
		.takes(Parameter.required("BRANCH", Values.BRANCH), Parameter.optional("PROMPT", Values.ANY))
		.with(IMAGE, Option.valued("agent", 'a', "AGENT", "start this agent when the instance is ready", Values.AGENT),
				PROMPT, ACCOUNT, NAME, DETACH)
		.examples("hjk run feat/auth", "hjk run feat/auth --agent claude -d \"fix the login\"");

	public static final CommandSyntax PS = CommandSyntax
		.of(INSTANCES, "ps", "List the instances, or the sessions of one of them")
		.alias("ls")
		.takes(Parameter.optional("BRANCH", Values.INSTANCE))
		.with(Option.flag("all", 'a', "of all repositories"), OUTPUT)
		.examples("hjk ps", "hjk ps feat/auth", "hjk ps -a -o json");

	public static final CommandSyntax STOP = CommandSyntax
		.of(INSTANCES, "stop", "Stop an instance's container, and keep its worktree")
		.takes(INSTANCE)
		.examples("hjk stop feat/auth");

	public static final CommandSyntax RM = CommandSyntax
		.of(INSTANCES, "rm", "Remove an instance: container, worktree, logs; the branch stays")
		.takes(INSTANCE)
		.with(Option.flag("force", 'f', "do not ask, and drop work that is neither committed nor pushed"))
		.examples("hjk rm feat/auth", "hjk rm feat/auth -f");

	public static final CommandSyntax RECREATE = CommandSyntax
		.of(INSTANCES, "recreate", "Give an instance a new container; its worktree and logs stay, its sessions end")
		.takes(INSTANCE)
		.with(IMAGE)
		.examples("hjk recreate feat/auth", "hjk recreate feat/auth --image headjack/agent:latest");

	public static final CommandSyntax AGENT_COMMAND = CommandSyntax
		.of(SESSIONS, "agent", "Start an agent in an instance")
		.takes(INSTANCE, Parameter.optional("AGENT", Values.AGENT))
		.with(NAME, DETACH, PROMPT, ACCOUNT)
		.passesOn("FLAGS")
		.examples("hjk agent feat/auth claude", "hjk agent feat/auth codex -d -p \"fix the login\"",
				"hjk agent feat/auth claude -d -- --model opus");

	public static final CommandSyntax EXEC = CommandSyntax
		.of(SESSIONS, "exec", "Run a command in an instance, without credentials")
		.takes(INSTANCE, Parameter.words("COMMAND"))
		.with(NAME, DETACH, Option.flag("no-mux", ' ', "without a session; ends with the command's exit code"))
		.passesOn("COMMAND")
		.examples("hjk exec feat/auth", "hjk exec feat/auth --no-mux -- npm test",
				"hjk exec feat/auth -d -n server -- npm start");

	public static final CommandSyntax ATTACH = CommandSyntax
		.of(SESSIONS, "attach", "Come back to a session: the named one, or the one that was used last")
		.takes(Parameter.optional("BRANCH", Values.INSTANCE), Parameter.optional("SESSION", Values.RUNNING_SESSION))
		.examples("hjk attach", "hjk attach feat/auth", "hjk attach feat/auth happy-panda");

	public static final CommandSyntax LOGS = CommandSyntax.of(SESSIONS, "logs", "Show what a session printed")
		.takes(INSTANCE, Parameter.required("SESSION", Values.SESSION))
		.with(Option.flag("follow", 'f', "go on until the session ends"),
				Option.valued("lines", 'n', "COUNT", "so many lines from the end (100)"),
				Option.flag("full", ' ', "from the beginning"),
				Option.flag("raw", ' ', "as it was printed, with control sequences"))
		.examples("hjk logs feat/auth happy-panda", "hjk logs feat/auth happy-panda -f");

	public static final CommandSyntax KILL = CommandSyntax.of(SESSIONS, "kill", "End a session")
		.takes(Parameter.required("BRANCH/SESSION", Values.SESSION_PATH))
		.examples("hjk kill feat/auth/happy-panda");

	public static final CommandSyntax CONFIG = CommandSyntax.of(REST, "config", "Show or set the configuration")
		.takes(Parameter.optional("KEY", Values.CONFIGURATION_KEY), Parameter.optional("VALUE", Values.ANY))
		.with(Option.flag("edit", 'e', "open the file in an editor"))
		.examples("hjk config", "hjk config default.agent claude");

	public static final CommandSyntax DOCTOR = CommandSyntax
		.of(REST, "doctor", "Check that everything hjk needs works here, and say what to do")
		.with(OUTPUT)
		.examples("hjk doctor", "hjk doctor -o json");

	public static final CommandSyntax COMPLETION = CommandSyntax
		.of(REST, "completion", "Print a completion script for bash, zsh or fish")
		.takes(Parameter.required("SHELL", Values.SHELL))
		.examples("source <(hjk completion bash)");

	public static final CommandSyntax VERSION = CommandSyntax.of(REST, "version", "Show the version")
		.examples("hjk version");

	public static final CommandSyntax HELP = CommandSyntax.of(REST, "help", "Show help, or a command's help")
		.takes(Parameter.words("COMMAND", Values.COMMAND))
		.examples("hjk help run");

	/**
	 * What completion scripts call.
	 */
	public static final CommandSyntax COMPLETE = CommandSyntax.of(REST, "complete", "Complete a word of a command line")
		.passesOn("WORDS");

	/**
	 * What no words at all mean.
	 */
	public static final CommandSyntax SHELL = CommandSyntax.of(REST, "shell", "Take commands one after the other");

	/**
	 * What {@code @FILE} and {@code -} mean.
	 */
	public static final CommandSyntax SCRIPT = CommandSyntax.of(REST, "script", "Run the commands of a file")
		.takes(Parameter.required("SOURCE", Values.ANY));

	public static final List<CommandSyntax> COMMANDS = List.of(AUTH, AUTH_STATUS, AUTH_REMOVE, AUTH_DEFAULT,
			AUTH_MIGRATE, RUN, PS, STOP, RECREATE, RM, AGENT_COMMAND, EXEC, ATTACH, LOGS, KILL, CONFIG, DOCTOR,
			COMPLETION, VERSION, HELP);

	/**
	 * The commands, and those that nobody types.
	 */
	public static final List<CommandSyntax> ALL = Stream.concat(COMMANDS.stream(), Stream.of(COMPLETE)).toList();

	private Grammar() {
	}

}
