package com.headjack.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.agent.AgentId;
import com.headjack.host.UniqueName;
import com.headjack.host.UntrustedFile;
import com.headjack.instance.InstanceFolder;

/**
 * The host's record of the logins that a container was given in files, one for each
 * agent. The container cannot reach it.
 *
 * @param folder the folder of the record
 */
record Holdings(Path folder) {

	private static final int LONGEST = 64 * 1024;

	static Holdings of(InstanceFolder instance) {
		return new Holdings(instance.path().resolve("logins"));
	}

	List<Holding> all() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> AgentId.isValid(file.getFileName().toString()))
				.sorted()
				.map(Holdings::read)
				.flatMap(Optional::stream)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Records what the container is about to be given.
	 */
	void put(Holding holding) {
		Path draft = this.folder.resolve(UniqueName.current());
		try {
			Files.createDirectories(this.folder);
			Files.write(draft, JsonMapper.shared().writeValueAsBytes(holding));
			Files.move(draft, this.folder.resolve(holding.agent()), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new RenewalException("cannot write which login the container has: " + ex.getMessage(),
					"make sure that you may write to " + this.folder + ", and that there is room");
		}
	}

	private static Optional<Holding> read(Path file) {
		try {
			return new UntrustedFile(file, LONGEST).bytes()
				.map((bytes) -> JsonMapper.shared().readValue(bytes, Holding.class));
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

}
