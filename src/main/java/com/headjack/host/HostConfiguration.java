package com.headjack.host;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostConfiguration {

	@Bean
	HostEnvironment hostEnvironment() {
		return HostEnvironment.current();
	}

}
