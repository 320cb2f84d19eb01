package com.headjack.shell.command;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.audit.Audit;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.engine.Engines;
import com.headjack.engine.EngineProvider;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.credential.CaptureLog;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.AccountRename;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.HostCopies;
import com.headjack.credential.LoginExport;
import com.headjack.credential.StoredSecrets;
import com.headjack.doctor.Doctor;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.image.AgentImages;
import com.headjack.instance.Instances;
import com.headjack.secret.SecretPrompt;
import com.headjack.process.ProcessRunner;
import com.headjack.journal.LoginJournal;
import com.headjack.renewal.Renewals;
import com.headjack.session.FormerLogins;
import com.headjack.session.AttachSettings;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.Sessions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.shell.terminal.TerminalDialog;
import com.headjack.shell.terminal.TerminalSecretPrompt;
import com.headjack.store.StoreSelector;
import com.headjack.trust.Trust;
import com.headjack.work.Work;
import com.headjack.work.WorkEnd;
import com.headjack.worktree.Worktrees;

/**
 * Wires the commands that carry out use cases.
 */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

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
		return new CaptureMessages(output);
	}

	@Bean
	AuthCommands authCommands(AgentCatalog catalog, AccountChoice choice, CredentialCapture capture, HostCopies copies,
			CredentialRepository repository, ExpiryWatch watch, HostEnvironment host, Dialog dialog, Console console,
			LoginJournal journal, Output output) {
		CredentialSource source = new CredentialSource(new AuthDialog(capture, copies, dialog, output),
				new CredentialInput(capture, copies, output, console.streams().input()), host);
		WorkingRepository working = new WorkingRepository(host);
		return new AuthCommands(catalog, choice, working, source, capture, copies, repository,
				new CredentialListing(choice, working, watch, output), watch, journal, output);
	}

	@Bean
	ExportCommand exportCommand(AgentCatalog catalog, AccountChoice choice, LoginExport export, Renewals renewals,
			HostEnvironment host, LoginJournal journal, Output output) {
		return new ExportCommand(catalog, choice, new WorkingRepository(host), export, renewals, journal, output);
	}

	@Bean
	AccountCommands accountCommands(AgentCatalog catalog, AccountChoice choice, ConfiguredAgents configured,
			ConfigurationFile file, CredentialRepository repository, AccountRename rename, HostPaths paths,
			Worktrees worktrees, HostEnvironment host, LoginJournal journal, Output output) {
		return new AccountCommands(catalog, choice, new AccountSettings(configured, file), repository, rename, paths,
				worktrees, host, journal, output);
	}

	@Bean
	EngineCommands engineCommands(Preferences preferences, ConfigurationFile file, Engines engines,
			EngineProvider provider, Instances instances, HostEnvironment host, Output output) {
		return new EngineCommands(new EngineSettings(preferences, file), engines, provider, instances, host, output);
	}

	@Bean
	MigrationCommand migrationCommand(StoreSelector selector, LoginJournal journal, Output output) {
		return new MigrationCommand(selector, journal, output);
	}

	@Bean
	CurrentRepository currentRepository(Worktrees worktrees, Instances instances, HostEnvironment host,
			Progress progress, Output output) {
		return new CurrentRepository(worktrees, instances, host, progress, output);
	}

	@Bean(destroyMethod = "")
	LaunchMessages launchMessages(Progress progress, Output output) {
		return new LaunchMessages(progress, output);
	}

	@Bean
	LogPrinter logPrinter(Sessions sessions, HostEnvironment host, Output output,
			ObjectProvider<StoredSecrets> stored) {
		return new LogPrinter(sessions, host, output, stored::getObject);
	}

	@Bean
	SessionViewer sessionViewer(Sessions sessions, SessionLifecycle programs, LogPrinter logs, Console console,
			HostEnvironment host, Output output, Preferences preferences, ProcessRunner processes, HostPaths paths,
			Renewals renewals) {
		PrefixClash clash = new PrefixClash(host, processes, paths.history().resolveSibling("notices"));
		return new SessionViewer(sessions, programs, logs, console, host, output, () -> AttachSettings.of(preferences),
				clash, renewals);
	}

	@Bean
	SessionCommands sessionCommands(CurrentRepository current, Work work, WorkEnd end, Sessions sessions,
			LogPrinter logs, SessionViewer viewer, Preferences preferences, LaunchMessages messages) {
		return new SessionCommands(current, work, end, sessions, logs, viewer,
				preferences.text(Setting.DEFAULT_AGENT).orElse(null), messages);
	}

	@Bean
	Consent consent(HostEnvironment host, Dialog dialog, Output output) {
		return new Consent(host, dialog, output);
	}

	@Bean
	InstanceCommands instanceCommands(CurrentRepository current, Work work, WorkEnd end, Instances instances,
			Sessions sessions, SessionViewer viewer, Consent consent, LaunchMessages messages,
			ConfiguredAgents configured, Output output) {
		return new InstanceCommands(current, work, end, new InstanceListing(instances, sessions, configured, output),
				viewer, consent, messages);
	}

	@Bean
	TrustDialog trustDialog(HostEnvironment host, Progress progress, Dialog dialog, Output output) {
		return new TrustDialog(host, progress, dialog, output);
	}

	@Bean
	TrustCommands trustCommands(CurrentRepository current, AgentCatalog catalog, Trust trust, TrustDialog dialog,
			Output output) {
		return new TrustCommands(current, catalog, trust, dialog, output);
	}

	@Bean
	ImageCommands imageCommands(AgentImages images, HostEnvironment host, Progress progress, Output output) {
		return new ImageCommands(images, host, progress, output);
	}

	@Bean
	JournalCommand journalCommand(LoginJournal journal, AgentCatalog catalog, Output output) {
		return new JournalCommand(journal, catalog, output);
	}

	@Bean
	SyncCommand syncCommand(CurrentRepository current, Renewals renewals, FormerLogins former, Output output) {
		return new SyncCommand(current, renewals, former, output);
	}

	@Bean
	AuditCommand auditCommand(CurrentRepository current, StoredSecrets stored, Audit audit, Progress progress,
			Output output) {
		return new AuditCommand(current, stored, audit, progress, output);
	}

	@Bean
	DoctorCommand doctorCommand(Doctor doctor, Output output) {
		return new DoctorCommand(doctor, output);
	}

}
