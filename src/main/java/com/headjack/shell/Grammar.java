package com.headjack.shell;

import java.util.List;

import com.headjack.shell.Parameter.Values;

/**
 * The command line: every command with what it takes.
 */
final class Grammar {

	static final List<Option> GLOBAL = List.of(Option.flag("help", 'h', "show this help"),
			Option.flag("debug", ' ', "show what happens inside, and stack traces"),
			Option.valued("profile", ' ', "NAME", "use a profile of the configuration"));

	private static final String CREDENTIALS = "Credentials";

	private static final String INSTANCES = "Instances";

	private static final String SESSIONS = "Sessions";

	private static final String REST = "The rest";

	private static final Option OUTPUT = Option.valued("output", 'o', "FORMAT", "table or json");

	private static final Option DETACH = Option.flag("detach", 'd', "do not attach to the session");

	private static final Option NAME = Option.valued("name", 'n', "NAME", "name the session");

	private static final Option ACCOUNT = Option.valued("account", ' ', "NAME",
			"one of several accounts with the agent's vendor");

	private static final Option PROMPT = Option.valued("prompt", 'p', "PROMPT", "what the agent is to do first");

	private static final Parameter AGENT = Parameter.required("AGENT", Values.AGENT);

	private static final Parameter BRANCH = Parameter.required("BRANCH", Values.BRANCH);

	static final CommandSyntax AUTH = CommandSyntax.of(CREDENTIALS, "auth", "Log in to an agent, once")
		.takes(AGENT)
		.with(Option.valued("method", 'm', "METHOD", "subscription or apikey"), ACCOUNT,
				Option.flag("status", ' ', "only say whether there is a login"))
		.examples("hjk auth claude", "printenv OPENAI_API_KEY | hjk auth codex --method apikey",
				"hjk auth gemini --status", "hjk auth claude --account work");

	static final CommandSyntax AUTH_STATUS = CommandSyntax
		.of(CREDENTIALS, "auth status", "List the logins, without their secrets")
		.with(OUTPUT)
		.examples("hjk auth status", "hjk auth status -o json");

	static final CommandSyntax AUTH_REMOVE = CommandSyntax.of(CREDENTIALS, "auth remove", "Forget a login")
		.takes(AGENT)
		.with(ACCOUNT)
		.examples("hjk auth remove codex", "hjk auth remove claude --account work");

	static final CommandSyntax AUTH_DEFAULT = CommandSyntax
		.of(CREDENTIALS, "auth default", "Choose the account that is used where none is named")
		.takes(AGENT, Parameter.required("ACCOUNT", Values.ANY))
		.examples("hjk auth default claude work", "hjk auth default claude default");

	static final CommandSyntax AUTH_MIGRATE = CommandSyntax
		.of(CREDENTIALS, "auth migrate", "Move all logins from one store to another")
		.with(Option.valued("from", ' ', "BACKEND", "the store that is left"),
				Option.valued("to", ' ', "BACKEND", "the store that is moved to"))
		.examples("hjk auth migrate --from keyctl --to file");

	static final CommandSyntax RUN = CommandSyntax
		.of(INSTANCES, "run", "Give a branch its worktree and its container, and start an agent")
		.takes(BRANCH, Parameter.optional("PROMPT", Values.ANY))
		.with(Option.valued("image", 'i', "IMAGE", "the container's image"),
				Option.valued("agent", 'a', "AGENT", "start this agent when the instance is ready"), PROMPT, ACCOUNT,
				NAME, DETACH)
		.examples("hjk run feat/auth", "hjk run feat/auth --agent claude -d \"fix the login\"");

	static final CommandSyntax PS = CommandSyntax
		.of(INSTANCES, "ps", "List the instances, or the sessions of one of them")
		.alias("ls")
		.takes(Parameter.optional("BRANCH", Values.BRANCH))
		.with(Option.flag("all", 'a', "of all repositories"), OUTPUT)
		.examples("hjk ps", "hjk ps feat/auth", "hjk ps -a -o json");

	static final CommandSyntax STOP = CommandSyntax
		.of(INSTANCES, "stop", "Stop an instance's container, and keep its worktree")
		.takes(BRANCH)
		.examples("hjk stop feat/auth");

	static final CommandSyntax RM = CommandSyntax
		.of(INSTANCES, "rm", "Remove an instance: container, worktree, logs; the branch stays")
		.takes(BRANCH)
		.with(Option.flag("force", 'f', "do not ask, and drop work that is neither committed nor pushed"))
		.examples("hjk rm feat/auth", "hjk rm feat/auth -f");

	static final CommandSyntax AGENT_COMMAND = CommandSyntax.of(SESSIONS, "agent", "Start an agent in an instance")
		.takes(BRANCH, Parameter.optional("AGENT", Values.AGENT))
		.with(NAME, DETACH, PROMPT, ACCOUNT)
		.passesOn("FLAGS")
		.examples("hjk agent feat/auth claude", "hjk agent feat/auth codex -d -p \"fix the login\"",
				"hjk agent feat/auth claude -d -- --model opus");

	static final CommandSyntax EXEC = CommandSyntax
		.of(SESSIONS, "exec", "Run a command in an instance, without credentials")
		.takes(BRANCH, Parameter.words("COMMAND"))
		.with(NAME, DETACH, Option.flag("no-mux", ' ', "without a session; ends with the command's exit code"))
		.passesOn("COMMAND")
		.examples("hjk exec feat/auth", "hjk exec feat/auth --no-mux -- npm test",
				"hjk exec feat/auth -d -n server -- npm start");

	static final CommandSyntax ATTACH = CommandSyntax
		.of(SESSIONS, "attach", "Come back to a session: the named one, or the one that was used last")
		.takes(Parameter.optional("BRANCH", Values.BRANCH), Parameter.optional("SESSION", Values.ANY))
		.examples("hjk attach", "hjk attach feat/auth", "hjk attach feat/auth happy-panda");

	static final CommandSyntax LOGS = CommandSyntax.of(SESSIONS, "logs", "Show what a session printed")
		.takes(BRANCH, Parameter.required("SESSION", Values.ANY))
		.with(Option.flag("follow", 'f', "go on until the session ends"),
				Option.valued("lines", 'n', "COUNT", "so many lines from the end (100)"),
				Option.flag("full", ' ', "from the beginning"),
				Option.flag("raw", ' ', "as it was printed, with control sequences"))
		.examples("hjk logs feat/auth happy-panda", "hjk logs feat/auth happy-panda -f");

	static final CommandSyntax KILL = CommandSyntax.of(SESSIONS, "kill", "End a session")
		.takes(Parameter.required("BRANCH/SESSION", Values.ANY))
		.examples("hjk kill feat/auth/happy-panda");

	static final CommandSyntax CONFIG = CommandSyntax.of(REST, "config", "Show or set the configuration")
		.takes(Parameter.optional("KEY", Values.CONFIGURATION_KEY), Parameter.optional("VALUE", Values.ANY))
		.with(Option.flag("edit", 'e', "open the file in an editor"))
		.examples("hjk config", "hjk config default.agent claude");

	static final CommandSyntax DOCTOR = CommandSyntax
		.of(REST, "doctor", "Check that everything hjk needs works here, and say what to do")
		.with(OUTPUT)
		.examples("hjk doctor", "hjk doctor -o json");

	static final CommandSyntax COMPLETION = CommandSyntax
		.of(REST, "completion", "Print a completion script for bash, zsh or fish")
		.takes(Parameter.required("SHELL", Values.SHELL))
		.examples("source <(hjk completion bash)");

	static final CommandSyntax VERSION = CommandSyntax.of(REST, "version", "Show the version").examples("hjk version");

	static final CommandSyntax HELP = CommandSyntax.of(REST, "help", "Show help, or a command's help")
		.takes(Parameter.words("COMMAND"))
		.examples("hjk help run");

	static final List<CommandSyntax> COMMANDS = List.of(AUTH, AUTH_STATUS, AUTH_REMOVE, AUTH_DEFAULT, AUTH_MIGRATE, RUN,
			PS, STOP, RM, AGENT_COMMAND, EXEC, ATTACH, LOGS, KILL, CONFIG, DOCTOR, COMPLETION, VERSION, HELP);

	private Grammar() {
	}

}
