package com.headjack.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.worktree.Worktrees;

@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

	@Bean
	Instances instances(ContainerEngine engine, Worktrees worktrees, HostPaths paths) {
		return new Instances(engine, worktrees, paths);
	}

	@Bean
	InstanceLifecycle instanceLifecycle(Instances instances, Worktrees worktrees, ContainerEngine engine,
			Environment environment) throws IOException {
		String script = new ClassPathResource("prepare.sh", InstanceConfiguration.class)
			.getContentAsString(StandardCharsets.UTF_8);
		return new InstanceLifecycle(instances, worktrees, new InstanceContainers(instances, worktrees, engine,
				new ContainerPreparation(engine, script), settings(environment)));
	}

	private static ContainerSettings settings(Environment environment) {
		return new ContainerSettings(environment.getRequiredProperty("default.base_image"), RuntimeOptions
			.parse(Binder.get(environment).bind("runtime.flags", Bindable.listOf(String.class)).orElse(List.of())));
	}

}
