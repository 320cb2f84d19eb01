package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostUser;
import com.headjack.secret.Secret;

/**
 * A program to run in a container. Other users can read its arguments and environment
 * variables, and engines keep them; its input stays private.
 *
 * @param command the program with its arguments
 * @param user the user and group, as numbers separated by a colon, or {@code null} for
 * the container's own
 * @param environment environment variables for this program alone
 * @param input the program's complete input, or {@code null} for none; closed with the
 * request
 * @param patience how long {@link ContainerEngine#exec} waits for the program's end
 */
public record ExecRequest(List<String> command, @Nullable String user, Map<String, String> environment,
		@Nullable Secret input, Duration patience) implements AutoCloseable {

	/**
	 * The usual time-out.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(30);

	public ExecRequest {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/**
	 * Requests a program that runs as the container's own user.
	 * @param command the program with its arguments
	 * @return the request
	 */
	public static ExecRequest of(List<String> command) {
		return new ExecRequest(command, null, Map.of(), null, PATIENCE);
	}

	/**
	 * Requests a shell script that runs as the container's own user.
	 * @param script the script
	 * @param arguments the values of {@code $1} and so on
	 * @return the request
	 */
	public static ExecRequest script(String script, List<String> arguments) {
		return of(Stream.concat(Stream.of("sh", "-c", script, "sh"), arguments.stream()).toList());
	}

	/**
	 * Requests the same program as another user. In a container whose own user is not
	 * root, root has no capabilities.
	 * @param user the user
	 * @return the request
	 */
	public ExecRequest as(HostUser user) {
		return new ExecRequest(this.command, user.toString(), this.environment, this.input, this.patience);
	}

	/**
	 * Requests the same program with other environment variables.
	 * @param environment environment variables for this program alone
	 * @return the request
	 */
	public ExecRequest with(Map<String, String> environment) {
		return new ExecRequest(this.command, this.user, environment, this.input, this.patience);
	}

	/**
	 * Requests the same program with input.
	 * @param input the program's input
	 * @return the request
	 */
	public ExecRequest reading(Secret input) {
		return new ExecRequest(this.command, this.user, this.environment, input, this.patience);
	}

	/**
	 * Requests the same program with another time-out.
	 * @param patience how long to wait for the program's end
	 * @return the request
	 */
	public ExecRequest within(Duration patience) {
		return new ExecRequest(this.command, this.user, this.environment, this.input, patience);
	}

	/**
	 * Wipes the input.
	 */
	@Override
	public void close() {
		if (this.input != null) {
			this.input.close();
		}
	}

}
