package com.headjack.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostUser;
import com.headjack.secret.Secret;

/**
 * A program to run in a container. Its words and its variables can be read by others, and
 * engines keep them; its input cannot.
 *
 * @param command the program with its arguments
 * @param user the user and group, as numbers with a colon between, or {@code null} for
 * the container's own
 * @param environment variables for this program alone
 * @param input what the program reads, to the end, or {@code null} for nothing; closed
 * with the request
 */
public record ExecRequest(List<String> command, @Nullable String user, Map<String, String> environment,
		@Nullable Secret input) implements AutoCloseable {

	public ExecRequest {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/**
	 * A program of the container's own user.
	 * @param command the program with its arguments
	 * @return the request
	 */
	public static ExecRequest of(List<String> command) {
		return new ExecRequest(command, null, Map.of(), null);
	}

	/**
	 * A shell script of the container's own user.
	 * @param script the script
	 * @param arguments what it finds in {@code $1} and so on
	 * @return the request
	 */
	public static ExecRequest script(String script, List<String> arguments) {
		return of(Stream.concat(Stream.of("sh", "-c", script, "sh"), arguments.stream()).toList());
	}

	/**
	 * The same program of another user. In a container whose own user is not root, root
	 * has no capabilities.
	 * @param user the user
	 * @return the request
	 */
	public ExecRequest as(HostUser user) {
		return new ExecRequest(this.command, user.toString(), this.environment, this.input);
	}

	/**
	 * The same program with variables.
	 * @param environment variables for this program alone
	 * @return the request
	 */
	public ExecRequest with(Map<String, String> environment) {
		return new ExecRequest(this.command, this.user, environment, this.input);
	}

	/**
	 * The same program with input.
	 * @param input what the program reads
	 * @return the request
	 */
	public ExecRequest reading(Secret input) {
		return new ExecRequest(this.command, this.user, this.environment, input);
	}

	/**
	 * Wipes its input.
	 */
	@Override
	public void close() {
		if (this.input != null) {
			this.input.close();
		}
	}

}
