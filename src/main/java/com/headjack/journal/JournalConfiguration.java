package com.headjack.journal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.host.HostPaths;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

	@Bean
	LoginJournal loginJournal(HostPaths paths) {
		return LoginJournal.of(paths);
	}

}
