package com.headjack.store.libsecret;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.secret.Secret;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.namesake.Item;
import com.headjack.store.namesake.MalformedItemException;

/**
 * The namesake's items: JSON texts in a collection of their own.
 *
 * @param service the Secret Service
 * @param items uses items
 * @param collection the collection's path
 */
record NamesakeKeyring(SecretService service, Items items, String collection) {

	static final String LABEL = SecretName.SERVICE;

	private static final String PROFILE = "profile";

	Optional<Secret> find(SecretName name) {
		return items(name).map((item) -> read(name, item)).flatMap(Optional::stream).findFirst();
	}

	boolean remove(SecretName name) {
		List<String> items = items(name).toList();
		items.forEach(this.items::delete);
		return !items.isEmpty();
	}

	Stream<SecretName> names() {
		return this.service.search(this.collection, Map.of())
			.stream()
			.map((item) -> this.service.attributes(item).getOrDefault(PROFILE, ""))
			.flatMap((profile) -> SecretName.parse(profile).stream());
	}

	private Stream<String> items(SecretName name) {
		return this.service.search(this.collection, Map.of(PROFILE, name.text())).stream();
	}

	private Optional<Secret> read(SecretName name, String item) {
		return this.items.secret(item, this.service.transfer()).map((json) -> {
			try {
				return secret(name, json);
			}
			finally {
				Arrays.fill(json, (byte) 0);
			}
		});
	}

	private static Secret secret(SecretName name, byte[] json) {
		try (Item item = Item.parse(json)) {
			if (!item.key().equals(name.text())) {
				throw new MalformedItemException("it holds the secret of another name");
			}
			return Secret.of(item.data());
		}
		catch (MalformedItemException ex) {
			throw new SecretCorruptException(
					"the item %s of the keyring %s cannot be used: %s".formatted(name, LABEL, ex.getMessage()),
					"run 'hjk auth %s' to store it again".formatted(name.words()), ex);
		}
	}

}
