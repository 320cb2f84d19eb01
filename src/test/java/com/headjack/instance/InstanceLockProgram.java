package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a lock until a line comes in.
 */
final class InstanceLockProgram {

	private InstanceLockProgram() {
	}

	/**
	 * Locks the file that the first argument names, and removes it at the end where there
	 * is a second one.
	 */
	public static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		try (InstanceLock lock = InstanceLock.acquire(file).orElseThrow()) {
			System.out.println("first: " + lock.first());
			if (System.in.read() >= 0 && arguments.length > 1) {
				Files.delete(file);
			}
		}
	}

}
