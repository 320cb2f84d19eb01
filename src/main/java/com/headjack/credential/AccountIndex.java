package com.headjack.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

import com.headjack.agent.AgentId;
import com.headjack.host.HostPaths;
import com.headjack.store.SecretName;

/**
 * A file with the names of the accounts that were last found in the store, for
 * completion: it is read without asking a store, which may be slow or prompt. It holds
 * names alone, and no secret. A login of another program is in it once the store was
 * listed.
 */
public final class AccountIndex {

	private static final int LONGEST = 64 * 1024;

	private final Path file;

	AccountIndex(Path file) {
		this.file = file;
	}

	/**
	 * The index of this machine.
	 * @param paths where it is kept
	 * @return the index
	 */
	public static AccountIndex of(HostPaths paths) {
		return new AccountIndex(paths.history().resolveSibling("accounts"));
	}

	/**
	 * The accounts.
	 * @return the accounts by agent and name; none if there is no index
	 */
	public List<Account> accounts() {
		return names().stream()
			.map(SecretName::parse)
			.flatMap(Optional::stream)
			.filter((name) -> AgentId.isValid(name.owner()))
			.map((name) -> new Account(new AgentId(name.owner()), name.account()))
			.toList();
	}

	/**
	 * Adds an account.
	 */
	void add(SecretName name) {
		SequencedSet<String> names = names();
		if (names.add(name.text())) {
			write(names);
		}
	}

	/**
	 * Removes an account.
	 */
	void remove(SecretName name) {
		SequencedSet<String> names = names();
		if (names.remove(name.text())) {
			write(names);
		}
	}

	/**
	 * Replaces all accounts.
	 */
	void replace(Collection<SecretName> found) {
		SequencedSet<String> names = new TreeSet<>(found.stream().map(SecretName::text).toList());
		if (!names.equals(names())) {
			write(names);
		}
	}

	private SequencedSet<String> names() {
		try {
			if (Files.isRegularFile(this.file) && Files.size(this.file) <= LONGEST) {
				return new TreeSet<>(Files.readAllLines(this.file, StandardCharsets.UTF_8));
			}
		}
		catch (IOException _) {
			// Completion does without.
		}
		return new TreeSet<>();
	}

	/**
	 * Writes the file for this user alone. Whoever logs in must not fail because of it.
	 */
	private void write(SequencedSet<String> names) {
		try {
			Path folder = Files.createDirectories(Objects.requireNonNull(this.file.getParent()));
			Path draft = Files.createTempFile(folder, "accounts", ".new");
			Files.write(draft, names, StandardCharsets.UTF_8);
			Files.move(draft, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException _) {
			// Completion does without.
		}
	}

}
