package com.headjack.store.keyctl;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

/**
 * Provides the store in the kernel keyring.
 */
@Configuration(proxyBeanMethods = false)
class KeyctlConfiguration {

	@Bean
	@Order(200)
	SecretStore keyctlSecretStore(HostEnvironment host) {
		return new KeyctlSecretStore(SingletonSupplier.of(KeyctlConfiguration::bindings), host.operatingSystem(),
				new KeyctlFailures(KeyQuota.ofThisUser()::usage), Deadline.CALL);
	}

	private static KeyctlBindings bindings() {
		return new SyscallKeyctlBindings(SyscallNumbers.of(System.getProperty("os.arch")));
	}

}
