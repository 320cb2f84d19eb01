package com.headjack.image;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.Engines;
import com.headjack.engine.ImageBuilders;
import com.headjack.host.HostEnvironment;

/**
 * Provides the images.
 */
@Configuration(proxyBeanMethods = false)
class ImageConfiguration {

	@Bean
	AgentImages agentImages(Engines engines, ImageBuilders builders, HostEnvironment host, Preferences preferences) {
		return new AgentImages(engines, builders, AgentDockerfile.of(System.getProperty("headjack.home")),
				new HostCertificates(host, Path.of("/")),
				ImageName.of(preferences.text(Setting.BASE_IMAGE).orElseThrow()));
	}

}
