package com.headjack.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.headjack.agent.AgentId;
import com.headjack.host.HostPaths;
import com.headjack.instance.InstanceFolder;

/**
 * The accounts in the host's records of all sessions.
 *
 * @param paths the host's folders, among them that of all instances
 */
public record RecordedLogins(HostPaths paths) {

	/**
	 * Renames an account. A session that runs keeps its login.
	 * @param agent the agent
	 * @param old the account's label
	 * @param renamed its new label
	 */
	public void rename(AgentId agent, String old, String renamed) {
		if (!Files.isDirectory(this.paths.sessions())) {
			return;
		}
		try (Stream<Path> folders = Files.list(this.paths.sessions())) {
			folders.map(InstanceFolder::new)
				.map(SessionFiles::new)
				.forEach((files) -> files.rename(agent.value(), old, renamed));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
