package com.headjack.store.vault;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.headjack.store.Expected;
import com.headjack.store.KilledStoreContract;
import com.headjack.store.Persistence;
import com.headjack.store.RevisedStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretName;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the store has to do with every server.
 */
abstract class VaultSecretStoreContract extends KilledStoreContract {

	private VaultAccess access;

	private VaultSecretStore store;

	protected abstract VaultServer server();

	@BeforeEach
	void openStore() {
		this.access = VaultAccess.to(server());
		this.store = this.access.store();
	}

	@Override
	protected RevisedStore store() {
		return this.store;
	}

	@Override
	protected Process start(List<String> prefix, List<String> arguments) throws IOException {
		return StoreProgram.start(prefix, VaultStoreProgram.class,
				Stream.concat(this.access.words().stream(), arguments.stream()).toList());
	}

	@Override
	protected Foreign plantForeign(SecretName name) {
		KeyValueEngine inside = this.access.engine();
		KeyValueEngine outside = VaultAccess.asRoot(server()).in("headjack-other").engine();
		StoredValue value = new StoredValue(Map.of("value", "FAKE-foreign"));
		inside.write("com.example", 0, value);
		outside.write(KeyName.of(name), 0, value);
		return new Foreign() {

			@Override
			public boolean intact() {
				return value.equals(inside.read("com.example").value())
						&& value.equals(outside.read(KeyName.of(name)).value());
			}

			@Override
			public void close() {
				inside.delete("com.example");
				outside.delete(KeyName.of(name));
			}

		};
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(this.store.name()).isEqualTo("vault");
		assertThat(this.store.place()).isEqualTo("Vault (secret/headjack)");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_DELETED);
		assertThat(this.store.onlyIfNamed()).isTrue();
	}

	@Test
	void putWhenAllWasRemovedAndAsManyVersionsCameLaterRefusesTheOldRevision() {
		SecretName name = name();
		Revision old = put(this.store, name, "CANARY-first", Expected.absent());
		this.store.remove(name);
		put(this.access.store(), name, "CANARY-theirs");
		assertThatExceptionOfType(StoreConflictException.class)
			.isThrownBy(() -> put(this.store, name, "CANARY-mine", Expected.unchanged(old)));
		assertThat(find(name)).contains("CANARY-theirs");
	}

	@Test
	void putWhenTooLargeThrowsWithTheLimit() {
		put(name(), "CANARY-before");
		assertThatExceptionOfType(SecretTooLargeException.class)
			.isThrownBy(() -> put(name(), "x".repeat(VaultSecretStore.LIMIT + 1)))
			.withMessageEndingWith("takes at most 262,144");
		assertThat(find(name())).contains("CANARY-before");
		put(name(), "x".repeat(VaultSecretStore.LIMIT));
		assertThat(find(name()).orElseThrow()).hasSize(VaultSecretStore.LIMIT);
	}

	@Test
	void removeLeavesNoVersion() {
		SecretName name = name();
		put(name, "CANARY-first");
		put(name, "CANARY-second");
		this.store.remove(name);
		KeyValueEngine engine = this.access.engine();
		assertThat(engine.read(KeyName.of(name))).isEqualTo(KeyValueEngine.Entry.NONE);
	}

}
