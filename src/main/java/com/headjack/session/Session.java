package com.headjack.session;

import java.time.Instant;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A program that runs or ran in an instance.
 *
 * @param name its name
 * @param type its kind of program: an agent's name, {@code exec} or {@code shell}
 * @param running whether it is running
 * @param exitCode its exit code, or empty if it is running or ended without one
 * @param created when it was started
 * @param accessed when it was last used
 * @param login how it is logged in, or {@code null} if it is not
 * @param outOfMemory whether it was killed for lack of memory
 */
public record Session(SessionName name, String type, boolean running, OptionalInt exitCode, Instant created,
		Instant accessed, @Nullable SessionLogin login, boolean outOfMemory) {

	/**
	 * The exit code of a session that did not end by itself, as after {@code hjk kill}.
	 */
	private static final int ENDED_FROM_OUTSIDE = 129;

	/**
	 * Creates a session that was not killed for lack of memory.
	 * @param name its name
	 * @param type its kind of program
	 * @param running whether it is running
	 * @param exitCode its exit code, if there is one
	 * @param created when it was started
	 * @param accessed when it was last used
	 * @param login how it is logged in, or {@code null} if it is not
	 */
	public Session(SessionName name, String type, boolean running, OptionalInt exitCode, Instant created,
			Instant accessed, @Nullable SessionLogin login) {
		this(name, type, running, exitCode, created, accessed, login, false);
	}

	Session ended(OptionalInt code) {
		return new Session(this.name, this.type, false, code, this.created, this.accessed, this.login);
	}

	Session asRunning() {
		return new Session(this.name, this.type, true, OptionalInt.empty(), this.created, this.accessed, this.login);
	}

	/**
	 * Returns whether its program is an agent.
	 * @return whether it is, and not a command or a shell
	 */
	public boolean isAgent() {
		return !Program.Shell.TYPES.contains(this.type);
	}

	/**
	 * Returns the session's status, for a listing.
	 * @return {@code running}, {@code exited} with the exit code, {@code ended} if it did
	 * not end by itself, or {@code killed} if it was killed for lack of memory
	 */
	public String status() {
		if (this.running) {
			return "running";
		}
		if (this.outOfMemory) {
			return "killed (out of memory)";
		}
		int code = this.exitCode.orElse(ENDED_FROM_OUTSIDE);
		return (code == ENDED_FROM_OUTSIDE) ? "ended" : "exited (" + code + ")";
	}

}
