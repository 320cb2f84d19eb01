package com.headjack.shell.command;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.configuration.Configuration;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.SettingValue;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.KnownVariable;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.Editor;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

/**
 * The configuration command. It needs no application, which cannot start while the
 * configuration is broken.
 */
final class ConfigCommands {

	private final ConfigurationFile file;

	private final AgentCatalog catalog;

	private final SettingChoices choices;

	private final HostEnvironment host;

	private final StandardStreams streams;

	private final Output output;

	ConfigCommands(ConfigurationFile file, AgentCatalog catalog, HostEnvironment host, StandardStreams streams,
			Output output) {
		this.file = file;
		this.catalog = catalog;
		this.choices = new SettingChoices(catalog);
		this.host = host;
		this.streams = streams;
		this.output = output;
	}

	static List<CommandDefinition> commands(SharedOptions shared, HostEnvironment host, StandardStreams streams,
			Output output) {
		CommandGroup<ConfigCommands> group = new CommandGroup<>(Commands.OTHER, () -> of(host, streams, output), true);
		return List.of(group.command("config", "Show or change the configuration")
			.takes(Parameter.optional("KEY", Words.from(shared.live()::configurationKeys)),
					Parameter.repeated("VALUE", Words.ofFirst(shared.live()::configurationValues)))
			.passesOn("VALUE")
			.with(Option.flag("edit", 'e', "open the file in an editor"),
					Option.flag("unset", 'u', "remove the key from the file"), shared.output())
			.examples("hjk config", "hjk config default.agent claude", "hjk config agents.claude.flags -- --model opus",
					"hjk config agents.claude.env.EDITOR vim", "hjk config --unset default.agent", "hjk config --edit")
			.calls(ConfigCommands::config));
	}

	private static ConfigCommands of(HostEnvironment host, StandardStreams streams, Output output) {
		HostPaths paths = HostPaths.of(host);
		return new ConfigCommands(ConfigurationFile.in(paths), AgentCatalog.of(paths), host, streams, output);
	}

	int config(Invocation invocation) {
		List<String> values = Stream.concat(invocation.arguments().stream().skip(1), invocation.passedOn().stream())
			.toList();
		refuseVerb(invocation);
		Optional<ConfigurationKey> key = invocation.argument(0).map(ConfigurationKey::parse);
		if (invocation.flag("edit")) {
			return edit();
		}
		if (invocation.flag("unset")) {
			return unset(key.orElseThrow(() -> new UsageException("KEY is missing", "usage: hjk config --unset KEY")),
					values);
		}
		return values.isEmpty() ? show(key, invocation) : set(key, values);
	}

	private void refuseVerb(Invocation invocation) {
		ConfigVerb.corrected(invocation.arguments()).ifPresent((command) -> {
			throw new UsageException("\"" + invocation.required(0) + "\" is not a configuration key",
					"write '" + this.catalog.knownCredentials().masked(command)
							+ (invocation.passedOn().isEmpty() ? "" : " -- VALUE") + "'");
		});
	}

	private int show(Optional<ConfigurationKey> key, Invocation invocation) {
		boolean json = Listing.json(invocation);
		Optional<String> profile = GlobalOptions.of(invocation)
			.profileOr(this.host.variable(KnownVariable.HEADJACK_PROFILE));
		Configuration configuration = Configuration.read(this.host, profile, this.choices);
		configuration.warnings().forEach(this::warn);
		ConfigurationListing listing = new ConfigurationListing(configuration, this.catalog.knownCredentials(),
				this.output);
		if (json) {
			listing.json(key);
		}
		else if (key.isPresent()) {
			this.output.document(listing.value(key.get()).orElseThrow(() -> unset(key.get())));
		}
		else {
			this.output.message("# " + this.file.path());
			listing.print();
		}
		return ExitCodes.DONE;
	}

	private static HeadjackException unset(ConfigurationKey key) {
		return new HeadjackException(FailureKind.NOT_FOUND, key.name() + " is not set",
				"run 'hjk config " + key.name() + " VALUE' to set it");
	}

	private int set(Optional<ConfigurationKey> key, List<String> values) {
		ConfigurationKey named = key
			.orElseThrow(() -> new UsageException("KEY is missing", "put KEY before '--': hjk config KEY -- VALUE"));
		SettingValue value = named.value(values);
		this.choices.checkNew(named, value);
		this.file.set(named, value);
		this.output.result(("Set " + named + " = " + this.catalog.knownCredentials().masked(value.shown())).strip());
		return ExitCodes.DONE;
	}

	private int unset(ConfigurationKey key, List<String> values) {
		if (!values.isEmpty()) {
			throw new UsageException("--unset takes no value", "usage: hjk config --unset " + key);
		}
		boolean removed = this.file.unset(key);
		this.output.result(removed ? "Unset " + key : key + " was not set in " + this.file.path());
		return ExitCodes.DONE;
	}

	private int edit() {
		if (!this.host.interactive()) {
			throw new UsageException("an editor needs a terminal", "edit " + this.file.path());
		}
		if (Files.exists(this.file.path()) && !Files.isRegularFile(this.file.path())) {
			throw new HeadjackException(FailureKind.FAILED, this.file.path() + " is not a file", "remove it");
		}
		String editor = this.host.variable(KnownVariable.VISUAL)
			.or(() -> this.host.variable(KnownVariable.EDITOR))
			.orElse("vi");
		new Editor(editor, this.streams).open(this.file.path());
		this.file.check(this.choices).ifPresent(this::warn);
		return ExitCodes.DONE;
	}

	private void warn(String warning) {
		this.output.message("warning: " + warning);
	}

}
