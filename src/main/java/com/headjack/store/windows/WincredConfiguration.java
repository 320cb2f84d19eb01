package com.headjack.store.windows;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

/**
 * Wires the Windows Credential Manager store.
 */
@Configuration(proxyBeanMethods = false)
class WincredConfiguration {

	@Bean
	@Order(50)
	SecretStore wincredSecretStore(HostEnvironment host) {
		return new WincredSecretStore(SingletonSupplier.of(WincredConfiguration::bindings), host.operatingSystem(),
				Clock.systemUTC(), Deadline.CALL);
	}

	// A direct reference to ofWindows would load its class on every system.
	private static CredentialBindings bindings() {
		return Advapi32CredentialBindings.ofWindows();
	}

}
