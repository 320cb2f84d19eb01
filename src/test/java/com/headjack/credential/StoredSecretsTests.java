package com.headjack.credential;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.StandardStream;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Expected;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;

class StoredSecretsTests {

	@TempDir
	Path folder;

	private final InMemorySecretStore store = new InMemorySecretStore();

	private StoredSecrets secrets(InMemorySecretStore store) {
		return new StoredSecrets(repository(store), host(), Deadline.CALL);
	}

	private CredentialRepository repository(RevisedStore store) {
		return new CredentialRepository(new StoreSelector(List.of(store), null), new CredentialCodec(),
				new AccountIndex(this.folder.resolve("accounts")), TestAgents.builtIn());
	}

	private HostEnvironment host() {
		return new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(),
				Set.of(StandardStream.values()));
	}

	private void store(String agent, String account, String login) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(login))) {
			repository(this.store).put(Account.of(new AgentId(agent), account), credential);
		}
	}

	@Test
	void findGivesAllPartsWithTheirOwners() {
		store("codex", "work", "{\"access_token\":\"FAKE-1\",\"refresh_token\":\"FAKE-2\",\"plan\":\"pro\"}");
		store("claude", "default", "FAKE-3");
		store("gone", "default", "FAKE-4");
		try (StoredSecrets.Found found = secrets(this.store).find()) {
			assertThat(found.secrets()).extracting((secret) -> secret.owner() + ": " + secret.value().reveal())
				.containsExactly("claude: FAKE-3", "codex work: FAKE-1", "codex work: FAKE-2", "gone: FAKE-4");
			assertThat(found.obstacle()).isEmpty();
		}
	}

	@Test
	void findWhenALoginIsDamagedGivesTheOthersAndSaysWhy() {
		store("claude", "default", "FAKE-3");
		this.store.put(SecretName.of("codex"), Secret.of("FAKE-no-json"), Expected.anything());
		try (StoredSecrets.Found found = secrets(this.store).find()) {
			assertThat(found.secrets()).hasSize(1);
			assertThat(found.obstacle()).contains("the secret stored as codex-credential is not a credential");
			assertThat(found.toString()).doesNotContain("FAKE");
		}
	}

	@Test
	void findWhenNoStoreWorksSaysWhy() {
		InMemorySecretStore locked = new InMemorySecretStore("locked",
				new Probe.Unavailable("it is locked", "open it"));
		assertThat(secrets(locked).find().obstacle())
			.hasValueSatisfying((why) -> assertThat(why).contains("is locked"));
		assertThat(secrets(locked).find().advice())
			.hasValueSatisfying((remedy) -> assertThat(remedy).contains("hjk doctor"));
	}

	@Test
	void findWhenThereNeverWasALoginFindsNothing() {
		assertThat(secrets(this.store).find()).isEqualTo(new StoredSecrets.Found(List.of(), null, null));
	}

	@Test
	void findWhenAnotherStoreHeldTheLoginsSaysSoAndKeepsTheirNames() throws Exception {
		store("claude", "default", "FAKE-3");
		assertThat(secrets(new InMemorySecretStore()).find().obstacle())
			.contains("the store holds no login now, and held some before");
		assertThat(secrets(new InMemorySecretStore()).find().advice())
			.hasValueSatisfying((remedy) -> assertThat(remedy).contains("keyring.backend", "'hjk auth AGENT'"));
		assertThat(Files.readString(this.folder.resolve("accounts"))).isEqualTo("claude-credential\n");
	}

	@Test
	void findWhenTheStoreDoesNotAnswerGivesUp() {
		CountDownLatch never = new CountDownLatch(1);
		RevisedStore mute = (RevisedStore) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { RevisedStore.class }, (_, method, arguments) -> {
					if (method.getName().equals("list")) {
						never.await();
					}
					return method.getName().equals("probe") ? new Probe.Ready() : method.invoke(this.store, arguments);
				});
		StoredSecrets secrets = new StoredSecrets(repository(mute), host(), new Deadline(Duration.ofMillis(50)));
		assertThat(secrets.find().obstacle()).contains("the secret store did not answer within 0.1 seconds");
		never.countDown();
	}

	@Test
	void findAsksNobody() {
		List<Boolean> interactive = new CopyOnWriteArrayList<>();
		HostEnvironment host = host();
		RevisedStore asking = (RevisedStore) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { RevisedStore.class }, (_, method, arguments) -> {
					interactive.add(host.interactive());
					return method.invoke(this.store, arguments);
				});
		store("claude", "default", "FAKE-3");
		store("claude", "work", "FAKE-4");
		store("codex", "default", "FAKE-5");
		CredentialRepository repository = repository(asking);
		assertThat(new StoredSecrets(repository, host, Deadline.CALL).find().secrets()).hasSize(3);
		assertThat(interactive).isNotEmpty().doesNotContain(true);
	}

}
