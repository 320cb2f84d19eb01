package com.headjack.injection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InjectionConfiguration {

	@Bean
	InjectionPlanner injectionPlanner() {
		return new InjectionPlanner();
	}

}
