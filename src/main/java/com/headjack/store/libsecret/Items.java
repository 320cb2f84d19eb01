package com.headjack.store.libsecret;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Uses items by their paths. Prompts the person if the keyring program requires it.
 *
 * @param service the Secret Service
 * @param prompts runs the prompts
 */
record Items(SecretService service, Prompts prompts) {

	/**
	 * Gets an item's secret.
	 * @return the secret, which the caller must wipe; empty if another process has
	 * deleted the item since it was found
	 */
	Optional<byte[]> secret(String item, Transfer transfer) {
		return unlocked(item, () -> this.service.secret(item, transfer));
	}

	/**
	 * Sets an item's secret.
	 * @return whether the item still existed
	 */
	boolean setSecret(String item, Transfer transfer, byte[] secret) {
		return unlocked(item, () -> {
			this.service.setSecret(item, transfer, secret);
			return true;
		}).isPresent();
	}

	/**
	 * Creates an item.
	 * @return the item's path
	 */
	String create(String collection, String label, Map<String, String> attributes, Transfer transfer, byte[] secret) {
		Reply reply = this.service.createItem(collection, label, attributes, transfer, secret);
		return SecretService.prompt(reply.path(1))
			.map((prompt) -> this.prompts.confirm(prompt).path(0))
			.orElseGet(() -> reply.path(0));
	}

	/**
	 * The time of an item's last change, in seconds since the epoch; 0 if the item is
	 * gone.
	 */
	long modified(String item) {
		return present(() -> Optional.of(this.service.modified(item))).orElse(0L);
	}

	void delete(String item) {
		present(() -> this.service.delete(item).map(this.prompts::confirm));
	}

	// KeePassXC locks an item until a person permits this process to use it.
	private <T> Optional<T> unlocked(String item, Supplier<T> call) {
		return present(() -> {
			try {
				return Optional.of(call.get());
			}
			catch (BusErrorException ex) {
				if (!ex.locked()) {
					throw ex;
				}
				this.service.unlock(item).ifPresent(this.prompts::unlock);
				return Optional.of(call.get());
			}
		});
	}

	/**
	 * Makes a call for an item.
	 * @return its result, or empty if the item is gone
	 */
	static <T> Optional<T> present(Supplier<Optional<T>> call) {
		try {
			return call.get();
		}
		catch (BusErrorException ex) {
			if (ex.absent()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
