package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/**
 * The group that may use an engine's socket.
 *
 * @param name the group's name, or empty if it is unknown or may not use it
 */
record SocketGroup(Optional<String> name) {

	static SocketGroup of(Path socket) {
		try {
			PosixFileAttributes attributes = Files.readAttributes(socket, PosixFileAttributes.class);
			return new SocketGroup(Optional.of(attributes.group().getName()));
		}
		catch (IOException | UnsupportedOperationException _) {
			return new SocketGroup(Optional.empty());
		}
	}

	/**
	 * Returns how to become a member.
	 * @return what to do, in one line
	 */
	String remedy() {
		String group = this.name.orElse("docker");
		if (group.equals("root") || group.matches("\\d+")) {
			return "let the group docker use it ('sudo chgrp docker' and 'sudo chmod 660'), or use an engine of your own";
		}
		return "add yourself to the group %1$s ('sudo usermod -aG %1$s $USER') and log in again".formatted(group);
	}

}
