package com.headjack.store;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires the choice of a store.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	StoreSelector storeSelector(List<SecretStore> stores, Environment environment) {
		return new StoreSelector(stores, environment.getProperty("keyring.backend", StoreSelector.AUTO));
	}

}
