package com.headjack.image;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ImageBuilder;
import com.headjack.host.HostEnvironment;

/**
 * Provides the images.
 */
@Configuration(proxyBeanMethods = false)
class ImageConfiguration {

	@Bean
	AgentImages agentImages(ContainerEngine engine, ImageBuilder builder, HostEnvironment host,
			Preferences preferences) {
		return new AgentImages(engine, builder, AgentDockerfile.of(System.getProperty("headjack.home")),
				new HostCertificates(host, Path.of("/")),
				ImageName.of(preferences.text(Setting.BASE_IMAGE).orElseThrow()));
	}

}
