package com.headjack.store;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.host.HostPaths;

/**
 * Wires the choice of a store.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	StoreSelector storeSelector(List<Backend> backends, HostPaths paths, Preferences preferences) {
		SecretLocks locks = SecretLocks.of(paths);
		List<RevisedStore> stores = backends.stream().map((backend) -> revised(backend, locks)).toList();
		return new StoreSelector(stores, preferences.text(Setting.KEYRING_BACKEND).orElse(StoreSelector.AUTO));
	}

	private static RevisedStore revised(Backend backend, SecretLocks locks) {
		return switch (backend) {
			case RevisedStore store -> store;
			case SecretStore store -> new LockedStore(store, locks);
		};
	}

}
