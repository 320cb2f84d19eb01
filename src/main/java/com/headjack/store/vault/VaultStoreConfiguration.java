package com.headjack.store.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

/**
 * Wires the store in Vault; nothing of Spring Vault is loaded before the store is used.
 */
@Configuration(proxyBeanMethods = false)
class VaultStoreConfiguration {

	@Bean
	@Order(400)
	SecretStore vaultSecretStore(HostEnvironment host, Environment environment) {
		VaultSettings settings = VaultSettings.of(host, environment::getProperty);
		return new VaultSecretStore(settings, () -> VaultConnection.open(settings, host, Deadline.CALL.limit()),
				Deadline.CALL);
	}

}
