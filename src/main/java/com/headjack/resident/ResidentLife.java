package com.headjack.resident;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;

/**
 * Decides how long the resident process lives: it ends when it is idle for long, when its
 * files or its socket are replaced, and when it is asked to. Commands that run are
 * finished.
 */
final class ResidentLife {

	/**
	 * How often to look, in milliseconds.
	 */
	private static final long BEAT = 2000;

	/**
	 * The number of the signal by which the system ends processes.
	 */
	private static final int TERMINATED = 15;

	/**
	 * How long commands may take to undo what they have begun, when this process is
	 * terminated.
	 */
	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private static final int PATIENCE_WITH_STRANGERS = 3;

	private final ServerSocketChannel server;

	private final Path socket;

	private final @Nullable Object key;

	private final Installation installation;

	private final ResidentLog log;

	private final ProcessRoom room = ProcessRoom.ofProcess();

	private final long begun = System.nanoTime();

	private long idleSince = this.begun;

	private final Set<ClientCommand> running = new HashSet<>();

	private long commands;

	private int answers;

	private Duration patience;

	private int strangers;

	private final UsedMemory memory = UsedMemory.ofProcess();

	private boolean over;

	ResidentLife(ServerSocketChannel server, Path socket, Installation installation, Duration patience,
			ResidentLog log) {
		this.server = server;
		this.socket = socket;
		this.key = key(socket);
		this.installation = installation;
		this.patience = patience;
		this.log = log;
	}

	private static @Nullable Object key(Path socket) {
		try {
			return Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
		}
		catch (IOException _) {
			return null;
		}
	}

	/**
	 * Whether one more command may begin.
	 */
	boolean hasRoom() {
		return !isOver() && this.room.isEnough();
	}

	private synchronized boolean isOver() {
		return this.over;
	}

	/**
	 * Begins a command.
	 * @return whether it may begin
	 */
	synchronized boolean begin(ClientCommand command) {
		if (this.over) {
			return false;
		}
		this.running.add(command);
		this.commands++;
		this.strangers = 0;
		this.memory.use();
		return true;
	}

	/**
	 * Tells of a client whose command cannot run here. If there is no other one for a
	 * while, a process that fits had better be started.
	 */
	synchronized void declined() {
		this.strangers++;
		if (this.strangers == PATIENCE_WITH_STRANGERS) {
			end("it fits no client any more");
		}
	}

	/**
	 * Ends a command.
	 * @param command the command
	 * @param host the machine of its user, whose settings may have changed
	 */
	void done(ClientCommand command, HostEnvironment host) {
		try {
			obey(ResidentSettings.of(host));
		}
		catch (HeadjackException _) {
			// The command itself has told what is wrong.
		}
		finally {
			done(command);
		}
	}

	private synchronized void obey(ResidentSettings settings) {
		this.patience = settings.idle();
		if (settings.off()) {
			end("switched off");
		}
	}

	private synchronized void done(ClientCommand command) {
		this.running.remove(command);
		this.memory.use();
		this.idleSince = System.nanoTime();
		notifyAll();
	}

	/**
	 * Accepts no command any more.
	 * @param reason why, for the log
	 */
	synchronized void end(String reason) {
		if (!this.over) {
			this.over = true;
			this.log.say("ending: " + reason);
			deleteSocket();
			try {
				this.server.close();
			}
			catch (IOException _) {
				// The process ends anyway.
			}
		}
	}

	/**
	 * Takes note of what no command has caught. After an error of Java itself, such as a
	 * lack of memory, nobody knows which objects are whole: no command begins any more.
	 * @param failure the failure, whose message may hold what a command says
	 */
	void failed(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		if (failure instanceof VirtualMachineError) {
			end(name);
		}
		else {
			this.log.say("failed: " + name);
		}
	}

	/**
	 * Terminates all commands, as the system does at logout with commands that run by
	 * themselves, and waits a little until their clients know.
	 */
	void terminate() {
		end("terminated");
		for (ClientCommand command : commands()) {
			Thread.ofPlatform().name("signal").start(() -> command.terminate(TERMINATED));
		}
		await(FAREWELL);
	}

	private synchronized List<ClientCommand> commands() {
		return List.copyOf(this.running);
	}

	/**
	 * Deletes the socket, unless it is that of another process.
	 */
	void deleteSocket() {
		try {
			if (this.key != null && Objects.equals(key(this.socket), this.key)) {
				Files.delete(this.socket);
			}
		}
		catch (IOException _) {
			// The next resident process deletes it.
		}
	}

	/**
	 * Keeps the process for an answer, though its life may be over.
	 */
	synchronized Stay stay() {
		this.answers++;
		return this::answered;
	}

	private synchronized void answered() {
		this.answers--;
		notifyAll();
	}

	/**
	 * Waits for the commands that run.
	 */
	void await() {
		await(Duration.ofNanos(Long.MAX_VALUE));
	}

	private synchronized void await(Duration limit) {
		long begin = System.nanoTime();
		try {
			while ((!this.running.isEmpty() || this.answers > 0) && System.nanoTime() - begin < limit.toNanos()) {
				wait(BEAT);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Begins to look from time to time whether the process is needed.
	 */
	void watch() {
		Thread.ofPlatform().daemon().name("life").start(() -> {
			try {
				while (look()) {
					Thread.sleep(BEAT);
				}
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private synchronized boolean look() {
		long idle = System.nanoTime() - this.idleSince;
		if (!Objects.equals(key(this.socket), this.key)) {
			end("its socket is gone");
		}
		else if (!this.installation.current()) {
			end("its files are replaced");
		}
		else if (this.running.isEmpty() && idle > this.patience.toNanos()) {
			end("idle");
		}
		else {
			this.memory.tidy(!this.running.isEmpty());
		}
		return !this.over;
	}

	/**
	 * Tells how the process is.
	 * @return names with values
	 */
	synchronized Map<String, String> status() {
		Map<String, String> status = new LinkedHashMap<>();
		status.put("pid", Long.toString(ProcessHandle.current().pid()));
		status.put("seconds", Long.toString(Duration.ofNanos(System.nanoTime() - this.begun).toSeconds()));
		status.put("commands", Long.toString(this.commands));
		status.put("running", Integer.toString(this.running.size()));
		status.putAll(ProcessUse.current());
		return status;
	}

	/**
	 * An answer that is on its way.
	 */
	@FunctionalInterface
	interface Stay extends AutoCloseable {

		@Override
		void close();

	}

}
