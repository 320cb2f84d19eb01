package com.headjack.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;

/**
 * Reads the credentials that agents keep in their own files on the host.
 */
final class HostLogins {

	private static final long LARGEST = 1024 * 1024;

	private final HostEnvironment host;

	private final JsonMapper json = new JsonMapper();

	HostLogins(HostEnvironment host) {
		this.host = host;
	}

	Optional<Secret> find(Source source) {
		Path folder = Optional.ofNullable(source.variable())
			.flatMap(this.host::folder)
			.orElse(this.host.home().resolve(source.folder()));
		return (source.file() != null) ? read(folder.resolve(source.file())) : bundle(folder, source.files());
	}

	private Optional<Secret> bundle(Path folder, Map<String, String> files) {
		ObjectNode bundle = this.json.createObjectNode();
		for (Map.Entry<String, String> file : files.entrySet()) {
			Secret content = read(folder.resolve(file.getValue())).orElse(null);
			if (content == null && bundle.isEmpty()) {
				return Optional.empty();
			}
			add(bundle, file.getKey(), folder.resolve(file.getValue()), content);
		}
		return Optional.of(Secret.wiping(this.json.writeValueAsBytes(bundle)));
	}

	private void add(ObjectNode bundle, String member, Path file, @Nullable Secret content) {
		if (content == null) {
			return;
		}
		try (content) {
			bundle.set(member, content.use(this.json::readTree));
		}
		catch (JacksonException ex) {
			// Without its cause, whose message quotes the secret.
			throw new CredentialException(FailureKind.FAILED, file + " is not JSON", "log in with the agent again");
		}
	}

	private static Optional<Secret> read(Path file) {
		try {
			if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
				return Optional.empty();
			}
			return Optional.of(Secret.wiping(Files.readAllBytes(file)));
		}
		catch (IOException ex) {
			throw new CredentialException(FailureKind.FAILED, file + " cannot be read", "check the file's permissions");
		}
	}

}
