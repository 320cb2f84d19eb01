package com.headjack.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.engine.ContainerEngine;
import com.headjack.failure.HeadjackException;

/**
 * Checks that the image of instances exists and contains the programs of sessions.
 */
final class ImageCheck implements Check {

	private static final String MULTIPLEXER = "tmux";

	private static final String AGENT = "agent ";

	private final ContainerEngine engine;

	private final String program;

	private final AgentCatalog catalog;

	private final String image;

	private final Set<String> used;

	/**
	 * Creates the check.
	 * @param program the engine's program, such as {@code docker}
	 * @param image the image's name
	 * @param used the names of the agents that the user has a login for, or has chosen
	 */
	ImageCheck(ContainerEngine engine, String program, AgentCatalog catalog, String image, Set<String> used) {
		this.engine = engine;
		this.program = program;
		this.catalog = catalog;
		this.image = image;
		this.used = used;
	}

	@Override
	public String name() {
		return "image";
	}

	@Override
	public List<Diagnostic> run() {
		if (this.engine.findImage(this.image).isEmpty()) {
			return List.of(Diagnostic.failed(name(), "there is no image \"%s\"".formatted(this.image), howToGetIt()));
		}
		List<Diagnostic> found = new ArrayList<>();
		found.add(Diagnostic.ok(name(), this.image));
		found.addAll(contents());
		return found;
	}

	private List<Diagnostic> contents() {
		List<Diagnostic> found = new ArrayList<>();
		Map<String, String> commands = commands(found);
		try (TrialContainer container = TrialContainer.start(this.engine, this.image)) {
			List<String> missing = container.missing(List.copyOf(commands.values()));
			commands.forEach((name, command) -> found.add(diagnostic(name, command, missing.contains(command))));
		}
		catch (HeadjackException ex) {
			found.add(Diagnostic.of(MULTIPLEXER, Outcome.FAILED, ex));
		}
		return found;
	}

	/**
	 * The required programs by their purpose.
	 */
	private Map<String, String> commands(List<Diagnostic> malformed) {
		Map<String, String> commands = new LinkedHashMap<>();
		commands.put(MULTIPLEXER, MULTIPLEXER);
		this.catalog.ids().forEach((id) -> {
			try {
				this.catalog.find(id).ifPresent((profile) -> commands.put(AGENT + id, profile.command()));
			}
			catch (AgentException ex) {
				malformed.add(Diagnostic.of(AGENT + id, Outcome.WARNING, ex));
			}
		});
		return commands;
	}

	private Diagnostic diagnostic(String name, String command, boolean missing) {
		Diagnostic found = found(name, command, missing);
		return (name.equals(MULTIPLEXER) || this.used.contains(name.substring(AGENT.length()))) ? found
				: found.unneeded();
	}

	private Diagnostic found(String name, String command, boolean missing) {
		if (!missing) {
			return Diagnostic.ok(name, command + " is in the image");
		}
		String detail = "%s is not in image \"%s\"".formatted(command, this.image);
		String remedy = "add it to the image, or choose another with 'hjk config default.base_image'";
		return name.equals(MULTIPLEXER) ? Diagnostic.failed(name, detail, remedy)
				: Diagnostic.warning(name, detail, remedy);
	}

	private String howToGetIt() {
		return this.image.matches("headjack/agent(:.*)?") ? "build it with 'hjk image build'"
				: "check its name (default.base_image), or pull it with '%s pull %s'".formatted(this.program,
						this.image);
	}

}
