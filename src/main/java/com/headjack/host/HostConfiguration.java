package com.headjack.host;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class HostConfiguration {

	@Bean
	HostEnvironment hostEnvironment() {
		return HostEnvironment.current();
	}

	@Bean
	HostPaths hostPaths(HostEnvironment host, Environment environment) {
		HostPaths usual = HostPaths.of(host);
		return new HostPaths(usual.configuration(),
				folder(host, environment.getProperty("storage.worktrees", usual.worktrees().toString())),
				folder(host, environment.getProperty("storage.sessions", usual.sessions().toString())),
				usual.history());
	}

	private static Path folder(HostEnvironment host, String text) {
		String expanded = (text.equals("~") || text.startsWith("~/")) ? host.home() + text.substring(1) : text;
		return host.home().resolve(expanded);
	}

}
