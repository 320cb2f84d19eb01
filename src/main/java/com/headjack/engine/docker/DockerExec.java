package com.headjack.engine.docker;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.DockerException;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.secret.Secret;

/**
 * Runs programs in a container.
 */
final class DockerExec {

	private static final int EXIT_CHECKS = 40;

	private static final Duration EXIT_PAUSE = Duration.ofMillis(25);

	private final DockerConnection connection;

	private final String container;

	DockerExec(DockerConnection connection, String container) {
		this.connection = connection;
		this.container = container;
	}

	/**
	 * Runs a program to its end.
	 * @param request the program
	 * @param output where its output goes
	 * @param errors where its error output goes
	 * @return its exit code
	 */
	int run(ExecRequest request, OutputStream output, OutputStream errors) {
		try {
			String exec = this.connection.call((client) -> create(client, request));
			FrameSink sink = new FrameSink(output, errors);
			Secret input = request.input();
			if (input == null) {
				start(exec, null, sink);
			}
			else {
				input.use((bytes) -> start(exec, new ExecInput(bytes), sink));
			}
			return exitCode(exec);
		}
		catch (DockerException ex) {
			throw EngineFailures.ofExec(this.container, request.command().getFirst(), ex);
		}
	}

	private String create(DockerClient client, ExecRequest request) {
		ExecCreateCmd create = client.execCreateCmd(this.container)
			.withCmd(request.command().toArray(String[]::new))
			.withAttachStdin(request.input() != null)
			.withAttachStdout(true)
			.withAttachStderr(true)
			.withEnv(variables(request));
		Optional.ofNullable(request.user()).ifPresent(create::withUser);
		Optional.ofNullable(request.workingDirectory()).ifPresent(create::withWorkingDir);
		return create.exec().getId();
	}

	private static List<String> variables(ExecRequest request) {
		return request.environment()
			.entrySet()
			.stream()
			.map((variable) -> variable.getKey() + "=" + variable.getValue().reveal())
			.toList();
	}

	private FrameSink start(String exec, @Nullable ExecInput input, FrameSink sink) {
		return this.connection.await((client) -> client.execStartCmd(exec).withStdIn(input).exec(sink));
	}

	private int exitCode(String exec) {
		for (int check = 0; check < EXIT_CHECKS; check++) {
			InspectExecResponse state = this.connection.call((client) -> client.inspectExecCmd(exec).exec());
			Long code = state.getExitCodeLong();
			if (code != null && !Boolean.TRUE.equals(state.isRunning())) {
				return code.intValue();
			}
			pause();
		}
		throw new EngineException("the engine does not tell how a program in a container ended", null, null);
	}

	private static void pause() {
		try {
			Thread.sleep(EXIT_PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw EngineFailures.interrupted(ex);
		}
	}

}
