package com.headjack.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
	 * Renames an account, so that a login that its agent renews still has an owner.
	 * @param old the account
	 * @param renamed the account by its new name
	 */
	public void rename(Account old, Account renamed) {
		if (!Files.isDirectory(this.paths.sessions())) {
			return;
		}
		try (Stream<Path> folders = Files.list(this.paths.sessions())) {
			folders.map(InstanceFolder::new).map(Holdings::of).forEach((holdings) -> rename(holdings, old, renamed));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void rename(Holdings holdings, Account old, Account renamed) {
		holdings.all()
			.stream()
			.filter((holding) -> holding.user().equals(this.paths.configuration().toString())
					&& holding.owner().equals(old))
			.forEach((holding) -> holdings.put(holding.of(renamed)));
	}

}
