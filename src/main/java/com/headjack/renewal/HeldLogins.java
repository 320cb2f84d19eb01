package com.headjack.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.credential.Account;
import com.headjack.host.HostPaths;
import com.headjack.instance.InstanceFolder;

/**
 * The host's records of the logins that all containers were given in files.
 *
 * @param paths the host's folders, among them that of all instances
 */
public record HeldLogins(HostPaths paths) {

	/**
	 * What tells this user from others of the same engine.
	 */
	String user() {
		return this.paths.configuration().toString();
	}

	/**
	 * Whether no instance was given a login in files.
	 */
	boolean isEmpty() {
		return instances().stream().allMatch((holdings) -> holdings.all().isEmpty());
	}

	/**
	 * Whether an instance was given the login of an account in files.
	 */
	boolean has(Account account) {
		return instances().stream()
			.flatMap((holdings) -> holdings.all().stream())
			.anyMatch((holding) -> holding.user().equals(user()) && holding.owner().equals(account));
	}

	/**
	 * Renames an account, so that a login that its agent renews still has an owner.
	 * @param old the account
	 * @param renamed the account by its new name
	 */
	public void rename(Account old, Account renamed) {
		instances().forEach((holdings) -> rename(holdings, old, renamed));
	}

	private void rename(Holdings holdings, Account old, Account renamed) {
		holdings.all()
			.stream()
			.filter((holding) -> holding.user().equals(user()) && holding.owner().equals(old))
			.forEach((holding) -> holdings.put(holding.of(renamed)));
	}

	private List<Holdings> instances() {
		if (!Files.isDirectory(this.paths.sessions())) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(this.paths.sessions())) {
			return folders.map(InstanceFolder::new).map(Holdings::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
