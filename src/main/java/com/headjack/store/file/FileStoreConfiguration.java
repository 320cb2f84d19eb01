package com.headjack.store.file;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.secret.SecretPrompt;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

/**
 * Wires the encrypted-file store.
 */
@Configuration(proxyBeanMethods = false)
class FileStoreConfiguration {

	static final int ITERATIONS = 600_000;

	@Bean
	@Order(300)
	SecretStore fileSecretStore(HostPaths paths, HostEnvironment host, SecretPrompt prompt) {
		Path configuration = paths.configuration();
		KeyringFolder folder = new KeyringFolder(configuration.resolve("keyring"), new NamesakeFolder(configuration),
				Deadline.CALL.limit());
		return new FileSecretStore(folder, new KeyringPassword(host, prompt), new PasswordEncryption(ITERATIONS));
	}

}
