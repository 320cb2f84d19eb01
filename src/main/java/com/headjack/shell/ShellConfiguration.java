package com.headjack.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.CaptureLog;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.CredentialRepository;
import com.headjack.doctor.Doctor;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instances;
import com.headjack.secret.SecretPrompt;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.Sessions;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.shell.command.AuthCommands;
import com.headjack.shell.command.AuthDialog;
import com.headjack.shell.command.ConfigCommands;
import com.headjack.shell.command.CredentialInput;
import com.headjack.shell.command.CredentialSource;
import com.headjack.shell.command.CurrentRepository;
import com.headjack.shell.command.DoctorCommand;
import com.headjack.shell.command.HelpPrinter;
import com.headjack.shell.command.InstanceCommands;
import com.headjack.shell.command.InstanceListing;
import com.headjack.shell.command.LaunchMessages;
import com.headjack.shell.command.LiveValues;
import com.headjack.shell.command.LogPrinter;
import com.headjack.shell.command.MigrationCommand;
import com.headjack.shell.command.RestCommands;
import com.headjack.shell.command.SessionCommands;
import com.headjack.shell.command.SessionViewer;
import com.headjack.shell.command.SettingChoices;
import com.headjack.shell.grammar.ArgvParser;
import com.headjack.shell.grammar.CommandSyntax;
import com.headjack.shell.grammar.Completion;
import com.headjack.shell.grammar.Grammar;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.shell.terminal.TerminalDialog;
import com.headjack.shell.terminal.TerminalSecretPrompt;
import com.headjack.store.StoreSelector;
import com.headjack.work.Work;
import com.headjack.work.WorkEnd;
import com.headjack.worktree.Worktrees;

@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

	@Bean
	Output output() {
		return Output.of(System.out, System.err);
	}

	@Bean
	Dialog dialog(Console console) {
		return new TerminalDialog(console);
	}

	@Bean
	Progress progress(Output output, HostEnvironment host) {
		return new Progress(output, host);
	}

	@Bean
	SecretPrompt secretPrompt(HostEnvironment host, Dialog dialog) {
		return new TerminalSecretPrompt(host, dialog);
	}

	@Bean
	CaptureLog captureLog(Output output) {
		return (what) -> output.message("Left out " + what + ", which does not belong to the credential.");
	}

	@Bean
	HelpPrinter helpPrinter(Output output) {
		return new HelpPrinter(output);
	}

	@Bean
	AuthCommands authCommands(AgentCatalog catalog, ConfiguredAgents configured, CredentialCapture capture,
			CredentialRepository repository, ConfigurationFile file, HostEnvironment host, Dialog dialog,
			Output output) {
		CredentialSource source = new CredentialSource(new AuthDialog(capture, dialog, output),
				new CredentialInput(capture, System.in), host);
		return new AuthCommands(catalog, configured, source, capture, repository, file, output);
	}

	@Bean
	MigrationCommand migrationCommand(StoreSelector selector, Output output) {
		return new MigrationCommand(selector, output);
	}

	@Bean
	CurrentRepository currentRepository(Worktrees worktrees, Instances instances, HostEnvironment host,
			Progress progress) {
		return new CurrentRepository(worktrees, instances, host, progress);
	}

	@Bean(destroyMethod = "")
	LaunchMessages launchMessages(Progress progress, Output output) {
		return new LaunchMessages(progress, output);
	}

	@Bean
	LogPrinter logPrinter(Sessions sessions, Output output) {
		return new LogPrinter(sessions, output);
	}

	@Bean
	SessionViewer sessionViewer(Sessions sessions, SessionLifecycle programs, LogPrinter logs, Console console,
			HostEnvironment host, Output output) {
		return new SessionViewer(sessions, programs, logs, console, host, output);
	}

	@Bean
	SessionCommands sessionCommands(CurrentRepository current, Work work, WorkEnd end, Sessions sessions,
			LogPrinter logs, SessionViewer viewer, Preferences preferences, LaunchMessages messages) {
		return new SessionCommands(current, work, end, sessions, logs, viewer,
				preferences.text(Setting.DEFAULT_AGENT).orElse(null), messages);
	}

	@Bean
	InstanceCommands instanceCommands(CurrentRepository current, Work work, WorkEnd end, Sessions sessions,
			SessionViewer viewer, Dialog dialog, LaunchMessages messages, Output output) {
		return new InstanceCommands(current, work, end, new InstanceListing(sessions, output), viewer, dialog,
				messages);
	}

	@Bean
	ConfigCommands configCommands(ConfigurationFile file, AgentCatalog catalog, StoreSelector stores,
			Preferences preferences, HostEnvironment host, Output output) {
		return new ConfigCommands(file, new SettingChoices(catalog, stores), preferences, host, output);
	}

	@Bean
	DoctorCommand doctorCommand(Doctor doctor, Output output) {
		return new DoctorCommand(doctor, output);
	}

	@Bean
	RestCommands restCommands(HelpPrinter help, ObjectProvider<Completion> completion, Output output) {
		return new RestCommands(help, completion::getObject, output);
	}

	@Bean
	Completion completion(AgentCatalog catalog, CredentialRepository credentials, StoreSelector stores,
			CurrentRepository current, Sessions sessions) {
		return new Completion(Grammar.COMMANDS, new LiveValues(catalog, credentials, stores, current, sessions));
	}

	@Bean
	ShellCommands shellCommands(ArgvRunner runner, Completion completion, AgentCatalog catalog, HostPaths paths,
			Worktrees worktrees, HelpPrinter help, HostEnvironment host, Console console, Output output) {
		InteractiveShell shell = new InteractiveShell(runner, completion, new CommandHistory(catalog), paths.history(),
				worktrees, host, console, output);
		return new ShellCommands(shell, runner, help, host, System.in, output);
	}

	@Bean
	CommandRegistry commandRegistry(ObjectProvider<AuthCommands> auth, ObjectProvider<MigrationCommand> migration,
			ObjectProvider<InstanceCommands> instances, ObjectProvider<SessionCommands> sessions,
			ObjectProvider<ConfigCommands> config, ObjectProvider<DoctorCommand> doctor,
			ObjectProvider<RestCommands> rest, ObjectProvider<ShellCommands> shell) {
		Set<Command> commands = new LinkedHashSet<>(List.of(command(Grammar.AUTH, auth, AuthCommands::auth),
				command(Grammar.AUTH_STATUS, auth, AuthCommands::status),
				command(Grammar.AUTH_REMOVE, auth, AuthCommands::remove),
				command(Grammar.AUTH_DEFAULT, auth, AuthCommands::useByDefault),
				command(Grammar.AUTH_MIGRATE, migration, MigrationCommand::migrate),
				command(Grammar.RUN, instances, InstanceCommands::run),
				command(Grammar.PS, instances, InstanceCommands::ps),
				command(Grammar.STOP, instances, InstanceCommands::stop),
				command(Grammar.RECREATE, instances, InstanceCommands::recreate),
				command(Grammar.RM, instances, InstanceCommands::remove),
				command(Grammar.AGENT_COMMAND, sessions, SessionCommands::agent),
				command(Grammar.EXEC, sessions, SessionCommands::exec),
				command(Grammar.ATTACH, sessions, SessionCommands::attach),
				command(Grammar.LOGS, sessions, SessionCommands::logs),
				command(Grammar.KILL, sessions, SessionCommands::kill),
				command(Grammar.CONFIG, config, ConfigCommands::config),
				command(Grammar.DOCTOR, doctor, DoctorCommand::examine),
				command(Grammar.COMPLETION, rest, RestCommands::completion),
				command(Grammar.VERSION, rest, RestCommands::version), command(Grammar.HELP, rest, RestCommands::help),
				command(Grammar.SHELL, shell, ShellCommands::shell),
				command(Grammar.SCRIPT, shell, ShellCommands::script),
				command(Grammar.COMPLETE, rest, RestCommands::complete)));
		return new CommandRegistry(commands);
	}

	@Bean
	ArgvRunner argvRunner(CommandRegistry registry, HelpPrinter help, Output output) {
		return new ArgvRunner(new ArgvParser(Grammar.ALL), registry, help, output);
	}

	/**
	 * Only the command that is given makes what carries it out.
	 */
	private static <T> Command command(CommandSyntax syntax, ObjectProvider<T> commands,
			ToIntBiFunction<T, Invocation> method) {
		return new HeadjackCommand(syntax, (invocation) -> method.applyAsInt(commands.getObject(), invocation));
	}

}
