package com.headjack.store.macos;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

/**
 * Provides the store in the macOS keychain.
 */
@Configuration(proxyBeanMethods = false)
class KeychainConfiguration {

	private static final Deadline PROMPT = new Deadline(Duration.ofMinutes(2));

	@Bean
	@Order(60)
	SecretStore keychainSecretStore(HostEnvironment host) {
		boolean desktop = host.interactive() && host.variable(KnownVariable.SSH_CONNECTION).isEmpty();
		return new KeychainSecretStore(SingletonSupplier.of(() -> SecurityKeychainBindings.ofMacos(desktop)),
				host.operatingSystem(), desktop, desktop ? PROMPT : Deadline.CALL);
	}

}
