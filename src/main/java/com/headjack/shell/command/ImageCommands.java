package com.headjack.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.headjack.engine.ImageBuildException;
import com.headjack.host.HostEnvironment;
import com.headjack.image.AgentImages;
import com.headjack.image.ImageOrder;
import com.headjack.image.MadeImage;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;

/**
 * The command that makes the image of agents.
 */
final class ImageCommands {

	private final AgentImages images;

	private final HostEnvironment host;

	private final Progress progress;

	private final Output output;

	ImageCommands(AgentImages images, HostEnvironment host, Progress progress, Output output) {
		this.images = images;
		this.host = host;
		this.progress = progress;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<ImageCommands> group = CommandGroup.of(Commands.OTHER, () -> application.get(ImageCommands.class));
		return List.of(group.command("image build", "Build the image that agents run in")
			.with(Option.valued("from", 'f', "FILE",
					"build this Dockerfile, with the files beside it, instead of Headjack's"),
					Option.valued("tag", 't', "NAME", "give the image this name instead of the configured one"),
					Option.flag("slim", ' ', "leave out the C compiler and make"),
					Option.flag("no-cache", ' ', "rebuild each step"),
					Option.flag("pull", ' ', "look for a newer image to build on"),
					shared.engine("build it on this engine; see 'hjk engine list'"))
			.examples("hjk image build", "hjk image build --from Dockerfile --tag my/agent")
			.calls(ImageCommands::build));
	}

	int build(Invocation invocation) {
		ImageOrder order = order(invocation);
		MadeImage image = make(order);
		this.output.result(image.built() ? "Built image " + image.name()
				: "Image %s is up to date; --no-cache rebuilds it".formatted(image.name()));
		if (!image.configured()) {
			this.output
				.message("to use it for new instances, run 'hjk config default.base_image %s'".formatted(image.name()));
		}
		return ExitCodes.DONE;
	}

	private MadeImage make(ImageOrder order) {
		try (BuildMessages log = new BuildMessages(this.progress, this.output, this.host)) {
			try {
				log.sending();
				return this.images.make(order, log);
			}
			catch (ImageBuildException ex) {
				log.showLast();
				throw ex;
			}
		}
	}

	private ImageOrder order(Invocation invocation) {
		Optional<Path> from = invocation.option("from").map(this::path);
		if (from.isPresent() && invocation.flag("slim")) {
			throw new UsageException("--slim is about Headjack's own Dockerfile", "leave out --slim or --from");
		}
		return new ImageOrder(from, invocation.option("tag"), invocation.flag("slim"), !invocation.flag("no-cache"),
				invocation.flag("pull"), invocation.option("on"));
	}

	private Path path(String text) {
		return text.startsWith("~/") ? this.host.resolve(text) : this.host.workingDirectory().resolve(text);
	}

}
