package com.headjack.shell.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineProvider;
import com.headjack.engine.EngineVersion;
import com.headjack.engine.Engines;
import com.headjack.engine.NamedAddress;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instances;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * The commands for engines by name.
 */
final class EngineCommands {

	private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

	private final EngineSettings settings;

	private final Engines engines;

	private final EngineProvider provider;

	private final Instances instances;

	private final HostEnvironment host;

	private final Output output;

	EngineCommands(EngineSettings settings, Engines engines, EngineProvider provider, Instances instances,
			HostEnvironment host, Output output) {
		this.settings = settings;
		this.engines = engines;
		this.provider = provider;
		this.instances = instances;
		this.host = host;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		LiveValues live = shared.live();
		CommandGroup<EngineCommands> group = CommandGroup.of("Engines", () -> application.get(EngineCommands.class));
		return List.of(
				group.command("engine add", "Give an engine a name")
					.takes(Parameter.required("NAME", Words.any()), Parameter.required("ADDRESS", Words.any()))
					.with(Option
						.valued("certificates", ' ', "FOLDER",
								"encrypt the connection to an address at tcp:// with ca.pem, cert.pem and key.pem")
						.completedBy(Words.any()))
					.examples("hjk engine add big ssh://me@big.example", "hjk engine add vm my-docker-context",
							"hjk engine add lab tcp://lab.example:2376 --certificates ~/certs")
					.calls(EngineCommands::add),
				group.command("engine list", "List the engines")
					.alias("engine ls")
					.with(shared.output())
					.examples("hjk engine list")
					.calls(EngineCommands::list),
				group.command("engine test", "See whether engines answer")
					.takes(Parameter.optional("NAME", Words.from(live::engines)))
					.examples("hjk engine test", "hjk engine test big")
					.calls(EngineCommands::test),
				group.command("engine default", "Choose the engine of new instances")
					.takes(Parameter.required("NAME", Words.from(live::engines)))
					.examples("hjk engine default big", "hjk engine default local")
					.calls(EngineCommands::use),
				group.command("engine remove", "Forget an engine")
					.alias("engine rm")
					.takes(Parameter.required("NAME", Words.from(live::engines)))
					.with(shared.force("forget it even if it has instances"))
					.examples("hjk engine remove big")
					.calls(EngineCommands::remove));
	}

	int add(Invocation invocation) {
		String name = invocation.required(0);
		String address = invocation.required(1);
		if (!name.matches(NAME) || name.equals(Engines.LOCAL)) {
			throw new UsageException("an engine cannot be named \"%s\"".formatted(name),
					"use up to 32 small letters, digits and hyphens, such as big; \"local\" is taken");
		}
		Optional<String> before = this.settings.address(name).filter((other) -> !other.equals(address));
		if (before.isPresent()) {
			throw new HeadjackException(FailureKind.MISUSED,
					"there is an engine \"%s\" already, at %s".formatted(name, before.get()),
					"choose another name, or remove that one with 'hjk engine remove %s'".formatted(name));
		}
		NamedAddress there = new NamedAddress(name, address,
				invocation.option("certificates").map(this::folder).orElse(null));
		try (ContainerEngine engine = this.provider.open(there)) {
			this.settings.add(there);
			this.output.result("Added engine " + name);
			answers(name, () -> engine);
			return ExitCodes.DONE;
		}
	}

	/**
	 * In the shell hjk, nobody else resolves the home folder.
	 */
	private Path folder(String path) {
		return path.startsWith("~") ? this.host.resolve(path) : this.host.workingDirectory().resolve(path).normalize();
	}

	int list(Invocation invocation) {
		List<String> names = this.engines.names();
		String usual = this.settings.usual();
		if (Listing.json(invocation)) {
			Listing.print(this.output, names.stream().map((name) -> members(name, usual)).toList());
			return ExitCodes.DONE;
		}
		Table table = Table.shortening(1, "ENGINE", "ADDRESS", "DEFAULT");
		names.forEach((name) -> table.row(name, this.settings.address(name).orElse("-"),
				name.equals(usual) ? "default" : ""));
		table.print(this.output);
		return ExitCodes.DONE;
	}

	private Map<String, Object> members(String name, String usual) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("name", name);
		members.put("address", this.settings.address(name).orElse(null));
		members.put("default", name.equals(usual));
		return members;
	}

	int test(Invocation invocation) {
		Optional<String> one = invocation.argument(0);
		if (one.isPresent()) {
			tell(one.get(), this.engines.named(one.get()));
			return ExitCodes.DONE;
		}
		long silent = this.engines.names()
			.stream()
			.filter((name) -> !answers(name, () -> this.engines.named(name)))
			.count();
		return (silent == 0) ? ExitCodes.DONE : ExitCodes.FAILED;
	}

	private boolean answers(String name, Supplier<ContainerEngine> engine) {
		try {
			tell(name, engine.get());
			return true;
		}
		catch (EngineException ex) {
			this.output.message("warning: engine %s does not answer: %s".formatted(name, ex.getMessage()));
			ex.remedy().ifPresent((remedy) -> this.output.message("hint: " + remedy));
			return false;
		}
	}

	private void tell(String name, ContainerEngine engine) {
		EngineVersion version = engine.version();
		this.output
			.result("Engine %s is %s %s at %s".formatted(name, version.name(), version.version(), version.address()));
	}

	int use(Invocation invocation) {
		String name = known(invocation.required(0));
		this.settings.use(name);
		this.output.result("New instances are made on engine " + name);
		return ExitCodes.DONE;
	}

	int remove(Invocation invocation) {
		String name = invocation.required(0);
		long there = this.instances.on(name);
		boolean named = this.engines.names().contains(name) || there == 0;
		requireRemovable(named ? known(name) : name, there, invocation.flag("force"));
		if (named && !this.settings.remove(name)) {
			throw new HeadjackException(FailureKind.NOT_FOUND,
					"engine %s is not in %s".formatted(name, this.settings.file().path()),
					"remove it from the profile or the variable that names it");
		}
		this.instances.forget(name);
		this.output.result("Removed engine " + name);
		return ExitCodes.DONE;
	}

	private static void requireRemovable(String name, long instances, boolean forced) {
		if (name.equals(Engines.LOCAL)) {
			throw new UsageException("the local engine cannot be removed",
					"'hjk engine default NAME' chooses another one for new instances");
		}
		if (instances > 0 && !forced) {
			throw new HeadjackException(FailureKind.FAILED,
					"engine %s has %s instance%s".formatted(name, instances, (instances == 1) ? "" : "s"),
					"remove them first ('hjk ps -a' lists them); with -f they stay there, and hjk forgets them");
		}
	}

	private String known(String name) {
		if (!this.engines.names().contains(name)) {
			throw new HeadjackException(FailureKind.NOT_FOUND, "there is no engine \"%s\"".formatted(name),
					"the engines are: " + String.join(", ", this.engines.names()));
		}
		return name;
	}

}
