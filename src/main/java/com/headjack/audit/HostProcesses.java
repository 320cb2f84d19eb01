package com.headjack.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The arguments of the user's programs on this machine.
 *
 * @param processes the folder of the kernel's files about processes
 */
record HostProcesses(Path processes) {

	/**
	 * More than the kernel takes for all arguments of a program.
	 */
	private static final int LONGEST = 8 * 1024 * 1024;

	void search(Look look) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.processes, "[0-9]*")) {
			UserPrincipal user = Files.getOwner(this.processes.resolve("self/"));
			for (Path folder : folders) {
				search(folder, user, look);
			}
		}
		catch (IOException _) {
			look.unseen("this system does not list the arguments of programs in " + this.processes);
		}
	}

	private static void search(Path folder, UserPrincipal user, Look look) {
		try {
			if (Files.getOwner(folder).equals(user)) {
				try (InputStream arguments = Files.newInputStream(folder.resolve("cmdline"))) {
					look.bytes("process " + folder.getFileName(), arguments.readNBytes(LONGEST));
				}
			}
		}
		catch (IOException _) {
			// It has ended.
		}
	}

}
