package com.headjack.credential;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;

/**
 * Reads the credentials that agents keep in their own files on the host.
 */
final class HostLogins {

	private final LoginFolder folders;

	private final LoginJson json;

	private final CaptureLog log;

	private final BooleanSupplier pause;

	HostLogins(HostEnvironment host, LoginJson json, CaptureLog log) {
		this(host, json, log, LoginFile::rest);
	}

	/**
	 * Creates a reader.
	 * @param pause waits for an agent that is writing its file, and returns whether to
	 * look again
	 */
	HostLogins(HostEnvironment host, LoginJson json, CaptureLog log, BooleanSupplier pause) {
		this.folders = new LoginFolder(host);
		this.json = json;
		this.log = log;
		this.pause = pause;
	}

	/**
	 * Finds a login.
	 * @return the login, which the caller closes, or empty if its file is missing
	 * @throws CredentialException if the file or its folder cannot be used
	 */
	Optional<HostLogin> find(Subject subject, Source source) {
		return source.mainFile().flatMap((name) -> {
			Path folder = this.folders.of(source);
			Path file = folder.resolve(name);
			Optional<Secret> content = source.files().isEmpty() ? read(subject, file) : bundle(subject, folder, source);
			content.flatMap((_) -> new LoginSigns(subject, folder, source).beside(file)).ifPresent(this.log::warned);
			return content.map((text) -> new HostLogin(file, text));
		});
	}

	/**
	 * Returns the file of a login, which need not exist.
	 * @return the file, or the first of several
	 * @throws CredentialException if a variable names a folder that cannot be used
	 */
	Path file(Source source) {
		return this.folders.of(source).resolve(source.mainFile().orElseThrow());
	}

	/**
	 * Explains that there is no login.
	 * @return where the agent keeps it instead, or the file that is missing
	 * @throws CredentialException if a variable names a folder that cannot be used
	 */
	CredentialException missing(Subject subject, Source source) {
		return elsewhere(subject, source).orElseGet(() -> nowhere(subject, source));
	}

	/**
	 * Finds the place that an agent keeps its login in instead of its file.
	 * @return the place, or empty if nothing tells
	 * @throws CredentialException if a variable names a folder that cannot be used
	 */
	Optional<CredentialException> elsewhere(Subject subject, Source source) {
		return folder(source).flatMap((folder) -> new LoginSigns(subject, folder, source).instead());
	}

	/**
	 * An agent without a file to take may not have made its folder yet.
	 */
	private Optional<Path> folder(Source source) {
		try {
			return Optional.of(this.folders.of(source));
		}
		catch (CredentialException ex) {
			if (source.mainFile().isPresent()) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	private CredentialException nowhere(Subject subject, Source source) {
		return source.mainFile()
			.map((name) -> new CredentialException(FailureKind.FAILED,
					"%s is not logged in: there is no %s".formatted(subject.profile().id(),
							Subject.shown(this.folders.of(source).resolve(name))),
					subject.renewal()))
			.orElseGet(() -> subject.refused("is empty"));
	}

	/**
	 * Reads a file.
	 * @return its content, which the caller closes, or empty if there is no such file
	 * @throws CredentialException if it cannot be used
	 */
	Optional<Secret> read(Subject subject, Path file) {
		return new LoginFile(subject, file, this.json, this.pause).read();
	}

	private Optional<Secret> bundle(Subject subject, Path folder, Source source) {
		ObjectNode bundle = this.json.object();
		source.files().entrySet().stream().limit(1).forEach((file) -> add(subject, bundle, folder, file));
		if (bundle.isEmpty()) {
			return Optional.empty();
		}
		source.files().entrySet().stream().skip(1).forEach((file) -> addIfUsable(subject, bundle, folder, file));
		return Optional.of(Secret.wiping(this.json.bytes(bundle)));
	}

	private void addIfUsable(Subject subject, ObjectNode bundle, Path folder, Map.Entry<String, String> file) {
		try {
			add(subject, bundle, folder, file);
		}
		catch (CredentialException ex) {
			this.log.warned(ex.getMessage() + ": left out");
		}
	}

	private void add(Subject subject, ObjectNode bundle, Path folder, Map.Entry<String, String> file) {
		new LoginFile(subject, folder.resolve(file.getValue()), this.json, this.pause).readObject()
			.ifPresent((node) -> bundle.set(file.getKey(), node));
	}

}
