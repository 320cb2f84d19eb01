package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.headjack.agent.AgentCatalog;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Preferences;
import com.headjack.host.HostPaths;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.Editor;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The configuration command.
 */
final class ConfigCommands {

	private final ConfigurationFile file;

	private final SettingChoices choices;

	private final Supplier<Preferences> preferences;

	private final HostEnvironment host;

	private final Output output;

	ConfigCommands(ConfigurationFile file, SettingChoices choices, Supplier<Preferences> preferences,
			HostEnvironment host, Output output) {
		this.file = file;
		this.choices = choices;
		this.preferences = preferences;
		this.host = host;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, LiveValues live, HostEnvironment host,
			Output output) {
		CommandGroup<ConfigCommands> group = CommandGroup.of(Commands.OTHER,
				() -> of(HostPaths.of(host), application, host, output));
		return List.of(group.command("config", "Show or change the configuration")
			.takes(Parameter.optional("KEY", Words.from(live::configurationKeys)),
					Parameter.optional("VALUE", Words.any()))
			.with(Option.flag("edit", 'e', "open the file in an editor"))
			.examples("hjk config", "hjk config default.agent claude", "hjk config --edit")
			.calls(ConfigCommands::config));
	}

	/**
	 * Makes the command without the application, which cannot start while the
	 * configuration is broken.
	 */
	private static ConfigCommands of(HostPaths paths, Application application, HostEnvironment host, Output output) {
		return new ConfigCommands(ConfigurationFile.in(paths), new SettingChoices(AgentCatalog.of(paths)),
				() -> application.get(Preferences.class), host, output);
	}

	int config(Invocation invocation) {
		if (invocation.flag("edit")) {
			return edit();
		}
		Optional<ConfigurationKey> key = invocation.argument(0).map(ConfigurationKey::parse);
		Optional<String> value = invocation.argument(1);
		if (key.isEmpty()) {
			return show();
		}
		return value.isPresent() ? set(key.get(), value.get()) : show(key.get());
	}

	private int show() {
		this.output.message("# " + this.file.path());
		this.file.text().lines().forEach(this.output::document);
		return ExitCodes.DONE;
	}

	private int show(ConfigurationKey key) {
		String value = this.preferences.get()
			.text(key)
			.or(() -> this.file.find(key))
			.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND, key.name() + " is not set",
					"run 'hjk config " + key.name() + " VALUE' to set it"));
		this.output.document(value);
		return ExitCodes.DONE;
	}

	private int set(ConfigurationKey key, String value) {
		this.choices.check(key, value);
		this.file.set(key, value);
		this.output.result("Set " + key.name() + " = " + value);
		return ExitCodes.DONE;
	}

	private int edit() {
		if (!this.host.interactive()) {
			throw new UsageException("an editor needs a terminal", "edit " + this.file.path());
		}
		String editor = this.host.variable("VISUAL").or(() -> this.host.variable("EDITOR")).orElse("vi");
		new Editor(editor).open(this.file.path());
		this.file.check();
		return ExitCodes.DONE;
	}

}
