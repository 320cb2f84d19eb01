package com.headjack.store.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.headjack.secret.Secret;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreException;
import com.headjack.store.WrongPasswordException;
import com.headjack.store.namesake.Item;
import com.headjack.store.namesake.MalformedItemException;

/**
 * Keeps secrets in a folder of files, all encrypted with one password.
 */
final class FileSecretStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private final KeyringFolder folder;

	private final KeyringPassword password;

	private final PasswordEncryption encryption;

	FileSecretStore(KeyringFolder folder, KeyringPassword password, PasswordEncryption encryption) {
		this.folder = folder;
		this.password = password;
		this.encryption = encryption;
	}

	@Override
	public String name() {
		return "file";
	}

	@Override
	public String place() {
		return "encrypted files (%s)".formatted(this.folder.path());
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_DELETED;
	}

	@Override
	public Probe probe() {
		try {
			this.folder.check();
			return new Probe.Ready();
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	@Override
	public void unlock() {
		this.password.get(this.folder.names().isEmpty());
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return this.folder.read(name).map((file) -> secret(name, file));
	}

	@Override
	public void put(SecretName name, Secret value) {
		SecretTooLargeException.check(value, place(), LIMIT);
		Secret password = this.password.get(this.folder.names().isEmpty());
		byte[] content = encrypted(name, value, password);
		this.folder.exclusively(() -> {
			requireSamePassword(password);
			this.folder.write(name, content);
		});
	}

	@Override
	public boolean remove(SecretName name) {
		if (this.folder.names().isEmpty()) {
			return false;
		}
		AtomicBoolean removed = new AtomicBoolean();
		this.folder.exclusively(() -> removed.set(this.folder.delete(name)));
		return removed.get();
	}

	@Override
	public List<SecretName> list() {
		return this.folder.names();
	}

	private byte[] encrypted(SecretName name, Secret value, Secret password) {
		byte[] json = value.use((data) -> new Item(name.text(), data).json());
		try {
			return this.encryption.encrypt(json, password);
		}
		finally {
			Arrays.fill(json, (byte) 0);
		}
	}

	private Secret secret(SecretName name, ItemFile file) {
		try {
			byte[] json = this.encryption.decrypt(file.content(), this.password.get(false))
				.orElseThrow(() -> notOpened(name, file));
			try (Item item = Item.parse(json)) {
				return secret(name, item);
			}
			finally {
				Arrays.fill(json, (byte) 0);
			}
		}
		catch (MalformedItemException ex) {
			throw corrupt(name, file, ex);
		}
	}

	private Secret secret(SecretName name, Item item) {
		if (!item.key().equals(name.text())) {
			throw new MalformedItemException("it holds the secret of another name");
		}
		return Secret.of(item.data());
	}

	private RuntimeException notOpened(SecretName name, ItemFile file) {
		Secret password = this.password.get(false);
		boolean opensAnother = this.folder.names()
			.stream()
			.filter((other) -> !other.equals(name))
			.anyMatch((other) -> opens(other, password).orElse(false));
		if (opensAnother) {
			return new MalformedItemException("it is damaged, as its password opens other items and not this one");
		}
		this.password.forget();
		return new WrongPasswordException(
				"the password does not open %s: it is wrong, or the file is damaged".formatted(file.path()),
				"check %s or try again; if the password is lost, run 'hjk auth remove %s'"
					.formatted(KeyringPassword.VARIABLE, name.words()));
	}

	// With two passwords in one folder, a user could open only a part of it at a time.
	private void requireSamePassword(Secret password) {
		boolean refused = false;
		for (SecretName name : this.folder.names()) {
			Optional<Boolean> opens = opens(name, password);
			if (opens.orElse(false)) {
				return;
			}
			refused |= opens.isPresent();
		}
		if (refused) {
			this.password.forget();
			throw new WrongPasswordException(
					"the password is not the one of the items in %s".formatted(this.folder.path()),
					"check %s or try again; if the password is lost, remove the items with 'hjk auth remove'"
						.formatted(KeyringPassword.VARIABLE));
		}
	}

	/**
	 * Whether a password opens an item.
	 * @return whether it does, or empty if the item is missing or damaged
	 */
	private Optional<Boolean> opens(SecretName name, Secret password) {
		try {
			return this.folder.read(name).map((file) -> this.encryption.opens(file.content(), password));
		}
		catch (MalformedItemException ex) {
			return Optional.empty();
		}
	}

	private SecretCorruptException corrupt(SecretName name, ItemFile file, MalformedItemException cause) {
		return new SecretCorruptException("%s cannot be used: %s".formatted(file.path(), cause.getMessage()),
				"run 'hjk auth %s' to store it again".formatted(name.words()), cause);
	}

}
