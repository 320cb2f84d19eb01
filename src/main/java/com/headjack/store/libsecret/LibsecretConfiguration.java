package com.headjack.store.libsecret;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import com.headjack.host.HostEnvironment;
import com.headjack.store.SecretStore;

/**
 * Wires the desktop keyring store.
 */
@Configuration(proxyBeanMethods = false)
class LibsecretConfiguration {

	@Bean
	@Order(100)
	SecretStore secretServiceStore(HostEnvironment host) {
		return new SecretServiceStore(host, Waits.of(host));
	}

}
