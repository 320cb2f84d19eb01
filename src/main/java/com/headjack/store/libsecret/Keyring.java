package com.headjack.store.libsecret;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.headjack.secret.Secret;
import com.headjack.store.SecretName;

/**
 * Our items in one collection, which is unlocked.
 *
 * @param service the Secret Service
 * @param prompts has prompts answered
 * @param collection the collection's path
 */
record Keyring(SecretService service, Prompts prompts, String collection) {

	private static final String ACCOUNT = "account";

	private static final Map<String, String> OURS = Map.of("service", SecretName.SERVICE, "xdg:schema",
			"com.headjack.Credential");

	/**
	 * Finds a secret; of several, the one that was changed last.
	 */
	Optional<Secret> find(SecretName name) {
		List<String> items = items(name);
		Stream<String> sorted = (items.size() < 2) ? items.stream()
				: items.stream().sorted(Comparator.comparingLong(this.service::modified).reversed());
		return sorted.findFirst().flatMap(this::read);
	}

	/**
	 * Keeps a secret, and leaves no other item of its name.
	 */
	void put(SecretName name, Secret value) {
		Session session = this.service.openSession();
		Reply reply = value.use((bytes) -> this.service.createItem(this.collection, "Headjack - " + name.text(),
				attributes(name), session, bytes));
		String created = SecretService.prompt(reply.path(1))
			.map((prompt) -> this.prompts.confirm(prompt).toString())
			.orElseGet(() -> reply.path(0));
		items(name).stream().filter((item) -> !item.equals(created)).forEach(this::delete);
	}

	boolean remove(SecretName name) {
		List<String> items = items(name);
		items.forEach(this::delete);
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
		return present(() -> Optional.ofNullable(this.service.attributes(item).get(ACCOUNT)));
	}

	private Optional<Secret> read(String item) {
		return present(() -> Optional.of(Secret.wiping(this.service.secret(item, this.service.openSession()))));
	}

	void delete(String item) {
		present(() -> this.service.delete(item).map(this.prompts::confirm));
	}

	// Another process may delete an item after it was found.
	private static <T> Optional<T> present(Supplier<Optional<T>> call) {
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

	private static Map<String, String> attributes(SecretName name) {
		return Map.of("service", SecretName.SERVICE, "xdg:schema", "com.headjack.Credential", ACCOUNT, name.text());
	}

}
