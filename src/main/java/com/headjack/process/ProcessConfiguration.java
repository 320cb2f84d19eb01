package com.headjack.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the process runner.
 */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

	@Bean
	ProcessRunner processRunner() {
		return ProcessRunner.ofSystem();
	}

}
