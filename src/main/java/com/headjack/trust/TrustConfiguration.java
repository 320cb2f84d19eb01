package com.headjack.trust;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.host.HostPaths;

@Configuration(proxyBeanMethods = false)
class TrustConfiguration {

	@Bean
	Trust trust(HostPaths paths) {
		return Trust.of(paths);
	}

}
