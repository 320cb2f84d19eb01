package com.headjack.store.libsecret;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.store.KilledStoreContract;
import com.headjack.store.Persistence;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the store has to do on every real keyring program.
 */
abstract class KeyringProgramContract extends KilledStoreContract {

	/**
	 * KWallet and secret-tool cannot talk where a key of theirs begins with a zero byte.
	 */
	private static final int TRIES = 4;

	private final TestBus bus;

	private final SecretStore store;

	/**
	 * Creates the tests.
	 * @param bus has the keyring program, unlocked
	 */
	KeyringProgramContract(TestBus bus) {
		this.bus = bus;
		this.store = bus.store();
	}

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	@Override
	protected Process start(List<String> prefix, List<String> arguments) throws IOException {
		List<String> words = new ArrayList<>(List.of(this.bus.address()));
		words.addAll(arguments);
		return StoreProgram.start(prefix, SecretServiceStoreProgram.class, words);
	}

	/**
	 * A message has dozens of steps, and the program acts only on a whole one.
	 */
	@Override
	protected int stride() {
		return 11;
	}

	@Override
	protected int migrationStride() {
		return 101;
	}

	@Override
	protected Foreign plantForeign(SecretName name) throws IOException {
		String[] one = { "service", "com.example", "account", name.text() };
		String[] two = { "service", SecretName.SERVICE, "account", name.text() };
		storeByTool("FAKE-one", one);
		storeByTool("FAKE-two", two);
		return new Foreign() {

			@Override
			public boolean intact() throws IOException {
				return lookUpByTool(one).equals("FAKE-one") && lookUpByTool(two).equals("FAKE-two");
			}

			@Override
			public void close() throws IOException {
				tool("", List.of("clear"), one);
				tool("", List.of("clear"), two);
			}

		};
	}

	private void storeByTool(String value, String... attributes) throws IOException {
		for (int tries = 0; tries < TRIES && !lookUpByTool(attributes).equals(value); tries++) {
			tool(value, List.of("store", "--label=sample"), attributes);
		}
	}

	private String lookUpByTool(String... attributes) throws IOException {
		String output = "";
		for (int tries = 0; tries < TRIES && (output.isEmpty() || output.startsWith("secret-tool:")); tries++) {
			output = tool("", List.of("lookup"), attributes);
		}
		return output;
	}

	private String tool(String input, List<String> verb, String... attributes) throws IOException {
		List<String> command = new ArrayList<>(List.of("secret-tool"));
		command.addAll(verb);
		command.addAll(List.of(attributes));
		return this.bus.outputGiven(input, command.toArray(String[]::new));
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(this.store.name()).isEqualTo("secret-service");
		assertThat(this.store.place()).isEqualTo("the desktop's keyring");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_DELETED);
	}

	@Test
	void putIsFoundByOtherPrograms() throws IOException {
		put(name(), "CANARY-value");
		assertThat(lookUpByTool("service", SecretName.SERVICE, "account", name().text())).isEqualTo("CANARY-value");
	}

	@Test
	void putWhenThereAreDuplicatesLeavesOne() throws IOException {
		plant("CANARY-older", "1");
		plant("CANARY-newer", "2");
		assertThat(find(name())).get().asString().startsWith("CANARY-");
		assertThat(this.store.list()).containsOnlyOnce(name());
		put(name(), "CANARY-value");
		assertThat(find(name())).contains("CANARY-value");
		assertThat(this.bus.output("secret-tool", "search", "--all", "account", name().text()))
			.containsOnlyOnce("label = ");
	}

	@Test
	void removeWhenThereAreDuplicatesRemovesAll() throws IOException {
		plant("CANARY-older", "1");
		plant("CANARY-newer", "2");
		assertThat(this.store.remove(name())).isTrue();
		assertThat(find(name())).isEmpty();
	}

	private void plant(String value, String more) throws IOException {
		storeByTool(value, "service", SecretName.SERVICE, "account", name().text(), "xdg:schema",
				"com.headjack.Credential", "more", more);
	}

}
