package com.headjack.store.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import com.headjack.configuration.Preferences;
import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;
import com.headjack.store.RevisedStore;

/**
 * Wires the Vault store. Spring Vault's classes are loaded only when the store is used.
 */
@Configuration(proxyBeanMethods = false)
class VaultStoreConfiguration {

	@Bean
	@Order(400)
	RevisedStore vaultSecretStore(HostEnvironment host, Preferences preferences) {
		VaultSettings settings = VaultSettings.of(host, preferences);
		return new VaultSecretStore(settings, () -> VaultConnection.open(settings, host, Deadline.CALL.limit()),
				Deadline.CALL);
	}

}
