package com.headjack.store;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;

/**
 * Wires the choice of a store.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	StoreSelector storeSelector(List<SecretStore> stores, Preferences preferences) {
		return new StoreSelector(stores, preferences.text(Setting.KEYRING_BACKEND).orElse(StoreSelector.AUTO));
	}

}
