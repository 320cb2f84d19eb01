package com.headjack.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;
import com.headjack.text.ShellWord;

/**
 * Writes a stored login into the files that its agent keeps it in on the host, or into
 * another file.
 */
public final class LoginExport {

	private final CredentialRepository repository;

	private final HostCopies copies;

	private final HostLogins logins;

	private final HostEnvironment host;

	private final LoginJson json;

	LoginExport(CredentialRepository repository, HostCopies copies, HostLogins logins, HostEnvironment host,
			LoginJson json) {
		this.repository = repository;
		this.copies = copies;
		this.logins = logins;
		this.host = host;
		this.json = json;
	}

	/**
	 * Writes a login.
	 * @param profile the agent
	 * @param account the account
	 * @param file the file, or {@code null} for the agent's own files
	 * @param force whether to overwrite a login that is newer, somebody else's, or none
	 * @return the files; none if they have this login already
	 * @throws CredentialException if there is no such login, it is of no use in a file,
	 * or the file cannot be written, or holds what must not be lost
	 */
	public List<Path> write(AgentProfile profile, Account account, @Nullable String file, boolean force) {
		Source source = HostCopies.source(profile).orElseThrow(() -> HostCopies.fileless(profile));
		try (Credential kept = this.repository.get(account)) {
			if (kept.method() != LoginMethod.SUBSCRIPTION) {
				throw new CredentialException(FailureKind.FAILED,
						"the stored login of %s is its %s, which hjk writes to no file".formatted(profile.id(),
								kept.method()),
						"make a new key with %s, and keep it in a store of secrets".formatted(profile.vendor()));
			}
			Subject subject = new Subject(profile, kept.method(), null);
			return (file != null) ? toFile(subject, account, kept.value(), path(file), force)
					: toSource(subject, account, kept.value(), source, force);
		}
	}

	/**
	 * Returns the command that takes a login back from where one was written.
	 * @param profile the agent
	 * @param account the account
	 * @param file the file, or {@code null} for the agent's own files
	 * @return the command
	 */
	public String taking(AgentProfile profile, Account account, @Nullable String file) {
		return (file == null || isOwn(profile, path(file))) ? "hjk auth %s --refresh".formatted(account)
				: "hjk auth %s --method subscription < %s".formatted(account, ShellWord.quoted(path(file).toString()));
	}

	/**
	 * Whether a file is the one that the agent has its login in, and no part of it.
	 */
	private boolean isOwn(AgentProfile profile, Path file) {
		try {
			Source source = HostCopies.source(profile).filter((some) -> some.file() != null).orElse(null);
			return source != null && Files.isSameFile(this.logins.file(source), file);
		}
		catch (IOException | CredentialException _) {
			return false;
		}
	}

	private Path path(String file) {
		Path path = file.startsWith("~") ? this.host.resolve(file) : this.host.workingDirectory().resolve(file);
		return path.normalize();
	}

	private List<Path> toFile(Subject subject, Account account, Secret kept, Path file, boolean force) {
		PrivateTarget target = new PrivateTarget(file);
		target.requirePlain();
		Optional<Secret> there = force ? Optional.empty() : this.logins.read(subject, file);
		if (isThere(subject, kept, file, there, taking(subject.profile(), account, file.toString()))) {
			return List.of();
		}
		target.write(kept);
		return List.of(file);
	}

	private List<Path> toSource(Subject subject, Account account, Secret kept, Source source, boolean force) {
		Path main = this.logins.file(source);
		Path folder = Objects.requireNonNull(main.getParent());
		PrivateTarget.makeFolder(folder);
		Map<Path, Secret> contents = contents(kept, source, folder);
		try {
			contents.keySet().forEach((file) -> new PrivateTarget(file).requirePlain());
			Optional<Secret> there = force ? Optional.empty()
					: this.logins.find(subject, source).map(HostLogin::content);
			if (isThere(subject, kept, main, there, taking(subject.profile(), account, null))) {
				return List.of();
			}
			contents.forEach((file, content) -> new PrivateTarget(file).write(content));
			return List.copyOf(contents.keySet());
		}
		finally {
			contents.values().forEach(Secret::close);
		}
	}

	/**
	 * The files of a login, the one that must exist last: until then, the others are of
	 * no use.
	 */
	private Map<Path, Secret> contents(Secret kept, Source source, Path folder) {
		Map<Path, Secret> contents = new LinkedHashMap<>();
		if (source.file() != null) {
			contents.put(folder.resolve(source.file()), kept.use(Secret::of));
			return contents;
		}
		List.copyOf(source.files().entrySet())
			.reversed()
			.forEach((file) -> member(kept, file.getKey())
				.ifPresent((content) -> contents.put(folder.resolve(file.getValue()), content)));
		return contents;
	}

	private Optional<Secret> member(Secret kept, String name) {
		return kept.use(this.json::read)
			.map((node) -> node.path(name))
			.filter((member) -> !member.isMissingNode())
			.map((member) -> Secret.wiping(this.json.bytes(member)));
	}

	/**
	 * Whether a file has this login already.
	 * @param taking the command that takes the login of the file
	 * @throws CredentialException if it has one that must not be lost
	 */
	private boolean isThere(Subject subject, Secret kept, Path file, Optional<Secret> there, String taking) {
		try (Secret found = there.orElse(null)) {
			boolean same = found != null && isSame(kept, found);
			if (found != null && !same) {
				requireOlder(subject, file, this.copies.compare(subject.in(file), kept, found), taking);
			}
			return same;
		}
	}

	/**
	 * The order of the members does not count.
	 */
	private boolean isSame(Secret one, Secret other) {
		return one.equals(other) || one.use(this.json::read)
			.filter((node) -> other.use(this.json::read).filter(node::equals).isPresent())
			.isPresent();
	}

	private static void requireOlder(Subject subject, Path file, Succession succession, String taking) {
		String what = switch (succession) {
			case OLDER -> "";
			case NEWER -> "holds a newer login than the stored one";
			case SAME, UNDECIDED -> "holds a login, and nothing tells whether it is older than the stored one";
			case ANOTHER_IDENTITY -> "holds a login, and nothing proves that it is of the same owner as the stored one";
			case FUTURE -> "holds a login that is dated in the future";
			case UNREADABLE -> "holds something else than " + subject;
		};
		if (!what.isEmpty()) {
			String remedy = (succession == Succession.NEWER)
					? "run '%s' to take it, or add --force to overwrite it".formatted(taking)
					: "add --force to overwrite it, or name another file";
			throw new CredentialException(FailureKind.FAILED, Subject.shown(file) + " " + what, remedy);
		}
	}

}
