package com.headjack.store.libsecret;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.headjack.secret.Secret;
import com.headjack.store.SecretName;

/**
 * Our items in one unlocked collection.
 *
 * @param service the Secret Service
 * @param items uses items
 * @param collection the collection's path
 */
record Keyring(SecretService service, Items items, String collection) {

	private static final String ACCOUNT = "account";

	private static final Map<String, String> OURS = Map.of("service", SecretName.SERVICE, "xdg:schema",
			"com.headjack.Credential");

	/**
	 * Finds a secret; if several items have its name, the one changed last.
	 */
	Optional<Secret> find(SecretName name) {
		List<String> items = items(name);
		Stream<String> sorted = (items.size() < 2) ? items.stream()
				: items.stream().sorted(Comparator.comparingLong(this.items::modified).reversed());
		return sorted.map(this::read).flatMap(Optional::stream).findFirst();
	}

	/**
	 * Stores a secret as the only item of its name. If there are several, the first by
	 * path is kept, so that concurrent processes agree on it.
	 */
	void put(SecretName name, Secret value) {
		Transfer transfer = this.service.transfer();
		Predicate<String> set = (item) -> value.use((bytes) -> this.items.setSecret(item, transfer, bytes));
		String kept = items(name).stream()
			.min(Comparator.naturalOrder())
			.filter(set)
			.orElseGet(() -> value.use((bytes) -> create(name, transfer, bytes)));
		List<String> left = items(name).stream().sorted().toList();
		if (!left.isEmpty() && (left.getFirst().equals(kept) || set.test(left.getFirst()))) {
			left.stream().skip(1).forEach(this.items::delete);
		}
	}

	private String create(SecretName name, Transfer transfer, byte[] secret) {
		return this.items.create(this.collection, "Headjack - " + name.text(), attributes(name), transfer, secret);
	}

	boolean remove(SecretName name) {
		List<String> items = items(name);
		items.forEach(this.items::delete);
		return !items.isEmpty();
	}

	Stream<SecretName> names() {
		return this.service.search(this.collection, OURS)
			.stream()
			.map(this::account)
			.flatMap(Optional::stream)
			.map(SecretName::parse)
			.flatMap(Optional::stream)
			.distinct();
	}

	private List<String> items(SecretName name) {
		return this.service.search(this.collection, attributes(name));
	}

	private Optional<String> account(String item) {
		return Items.present(() -> Optional.ofNullable(this.service.attributes(item).get(ACCOUNT)));
	}

	private Optional<Secret> read(String item) {
		return this.items.secret(item, this.service.transfer()).map(Secret::wiping);
	}

	private static Map<String, String> attributes(SecretName name) {
		return Map.of("service", SecretName.SERVICE, "xdg:schema", "com.headjack.Credential", ACCOUNT, name.text());
	}

}
