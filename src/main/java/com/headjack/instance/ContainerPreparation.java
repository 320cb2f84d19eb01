package com.headjack.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.Image;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostUser;

/**
 * Prepares a container after its start: gives the host's user a name and a home folder in
 * it, and checks for the programs that sessions need.
 */
final class ContainerPreparation {

	private static final int PROGRAM_MISSING = 69;

	private final ContainerEngine engine;

	private final String script;

	ContainerPreparation(ContainerEngine engine, String script) {
		this.engine = engine;
		this.script = script;
	}

	void prepare(String container, String image, Path worktree) {
		HostUser user = HostUser.ownerOf(worktree);
		String imageUser = this.engine.findImage(image).map(Image::user).orElse("");
		ExecResult result = this.engine.exec(container, ExecRequest.script(this.script,
				List.of(String.valueOf(user.uid()), String.valueOf(user.gid()), imageUser.split(":", 2)[0])));
		if (result.code() == PROGRAM_MISSING) {
			throw new InstanceException(FailureKind.UNAVAILABLE,
					"the image \"%s\" has no %s".formatted(image, result.output().strip()),
					"add it to the image, or use headjack/agent:latest");
		}
		if (!result.succeeded()) {
			throw new InstanceException(FailureKind.FAILED,
					"the container could not be made ready: " + lastLine(result.errors()),
					"try another image, such as headjack/agent:latest");
		}
	}

	private static String lastLine(String text) {
		return Optional.of(text.strip()).map((lines) -> lines.substring(lines.lastIndexOf('\n') + 1)).orElse("");
	}

}
