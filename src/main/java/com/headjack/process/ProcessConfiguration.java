package com.headjack.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.host.HostEnvironment;

/**
 * Provides the process runner.
 */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

	@Bean
	ProcessRunner processRunner(HostEnvironment host) {
		return ProcessRunner.ofSystem(host);
	}

}
