package com.headjack.credential;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreConflictException;
import com.headjack.store.Stored;
import com.headjack.store.StoreSelector;

/**
 * Moves a login to another name in two steps, between which both names have it. One that
 * was interrupted goes on when it is run again.
 */
public final class AccountRename {

	private final StoreSelector selector;

	private final CredentialRepository repository;

	private final AccountIndex index;

	AccountRename(StoreSelector selector, CredentialRepository repository, AccountIndex index) {
		this.selector = selector;
		this.repository = repository;
		this.index = index;
	}

	/**
	 * Stores the login under the new name, too.
	 * @param old the account
	 * @param renamed the account by its new name
	 * @return the other step; the caller closes it
	 * @throws CredentialException if there is no such account, or another one has the
	 * name
	 */
	public Copied copy(Account old, Account renamed) {
		if (old.equals(renamed)) {
			throw new CredentialException(FailureKind.MISUSED, "the account has this name already",
					"name another: hjk auth rename %s %s NAME".formatted(old.agent(), old.label()));
		}
		RevisedStore store = this.selector.select();
		Stored stored = store.find(old.secretName()).orElseThrow(() -> this.repository.missing(old));
		Copied copied = new Copied(old, renamed, stored);
		try {
			put(store, renamed, stored.value());
			this.index.add(renamed.secretName());
			return copied;
		}
		catch (HeadjackException ex) {
			copied.close();
			throw ex;
		}
	}

	private static void put(RevisedStore store, Account renamed, Secret value) {
		try {
			store.put(renamed.secretName(), value, Expected.absent());
		}
		catch (StoreConflictException _) {
			try (Stored there = store.find(renamed.secretName()).orElse(null)) {
				if (there == null || !there.value().equals(value)) {
					throw taken(renamed);
				}
			}
		}
	}

	private static CredentialException taken(Account renamed) {
		return new CredentialException(FailureKind.FAILED,
				"%s has an account \"%s\" already".formatted(renamed.agent(), renamed.label()),
				"choose another name, or run 'hjk auth remove %s --account %s' first".formatted(renamed.agent(),
						renamed.label()));
	}

	/**
	 * A login that both names have.
	 */
	public final class Copied implements AutoCloseable {

		private final Account old;

		private final Account renamed;

		private final Stored stored;

		private Copied(Account old, Account renamed, Stored stored) {
			this.old = old;
			this.renamed = renamed;
			this.stored = stored;
		}

		/**
		 * Removes the login under the old name.
		 * @throws StoreConflictException if it is not what was copied any more, or the
		 * copy is gone; then both stay
		 */
		public void complete() {
			RevisedStore store = AccountRename.this.selector.select();
			try (Stored there = store.find(this.renamed.secretName()).orElse(null)) {
				if (there == null) {
					throw changed();
				}
			}
			try {
				store.remove(this.old.secretName(), Expected.unchanged(this.stored.revision()));
			}
			catch (StoreConflictException _) {
				requireGone(store);
			}
			AccountRename.this.index.remove(this.old.secretName());
		}

		private void requireGone(RevisedStore store) {
			try (Stored there = store.find(this.old.secretName()).orElse(null)) {
				if (there != null) {
					throw changed();
				}
			}
		}

		private StoreConflictException changed() {
			return new StoreConflictException(
					"the login of %s changed while its account was renamed".formatted(this.old.agent()),
					"'hjk auth status' lists both accounts; remove one with 'hjk auth remove'");
		}

		@Override
		public void close() {
			this.stored.close();
		}

	}

}
