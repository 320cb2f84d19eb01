package com.headjack.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.workspace.WorkspaceCopy;
import com.headjack.worktree.Worktrees;

@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

	@Bean
	Instances instances(ContainerEngine engine, Worktrees worktrees, HostPaths paths) {
		return new Instances(engine, worktrees, paths);
	}

	@Bean
	InstanceLifecycle instanceLifecycle(Instances instances, Worktrees worktrees, ContainerEngine engine,
			WorkspaceCopy copy, List<BeforeEnd> beforeEnds, Preferences preferences) throws IOException {
		return new InstanceLifecycle(instances, worktrees,
				new InstanceContainers(instances, worktrees, engine,
						new ContainerPreparation(engine, script("prepare.sh"), script("git.sh")),
						new ContainerGit(worktrees, engine, script("git.sh")), new CopiedWork(worktrees, copy),
						settings(preferences), beforeEnds));
	}

	private static String script(String name) throws IOException {
		return new ClassPathResource(name, InstanceConfiguration.class).getContentAsString(StandardCharsets.UTF_8);
	}

	private static ContainerSettings settings(Preferences preferences) {
		return new ContainerSettings(preferences.text(Setting.BASE_IMAGE).orElseThrow(),
				new ContainerLimits(preferences).addTo(RuntimeOptions.parse(preferences.list(Setting.RUNTIME_FLAGS))));
	}

}
