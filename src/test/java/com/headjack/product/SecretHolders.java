package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the environment of every process of the host, those in containers included, again
 * and again, until it is closed.
 */
final class SecretHolders implements AutoCloseable {

	private final Set<Long> heads = new ConcurrentSkipListSet<>();

	private final Set<Long> heirs = new ConcurrentSkipListSet<>();

	private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);

	private volatile boolean closed;

	static SecretHolders watch(String name) {
		SecretHolders holders = new SecretHolders();
		holders.thread.setName(name);
		holders.thread.start();
		return holders;
	}

	/**
	 * Checks that every process with the secret was one process, or a descendant of it.
	 * @return this process
	 */
	ProcessHandle only() {
		assertThat(this.heads).as("processes with the secret that got it from no other").hasSize(1);
		return ProcessHandle.of(this.heads.iterator().next()).orElseThrow();
	}

	private void watch() {
		while (!this.closed) {
			ProcessHandle.allProcesses()
				.map(ProcessHandle::pid)
				.filter((pid) -> !this.heirs.contains(pid) && holds(pid))
				.forEach((pid) -> (heir(pid) ? this.heirs : this.heads).add(pid));
		}
	}

	/**
	 * Whether a process has its parent's environment. The parent may end later.
	 */
	private static boolean heir(long pid) {
		return ProcessHandle.of(pid)
			.flatMap(ProcessHandle::parent)
			.map(ProcessHandle::pid)
			.filter(SecretHolders::holds)
			.isPresent();
	}

	private static boolean holds(long pid) {
		return Canary.isIn(environment(pid));
	}

	private static String environment(long pid) {
		try {
			return Files.readString(Path.of("/proc", String.valueOf(pid), "environ"), StandardCharsets.ISO_8859_1);
		}
		catch (IOException _) {
			// It has ended.
			return "";
		}
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
