package com.headjack.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.Engines;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.workspace.WorkspaceCopy;
import com.headjack.worktree.Worktrees;

@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

	@Bean
	Instances instances(Engines engines, Worktrees worktrees, HostPaths paths) {
		return new Instances(engines, worktrees, paths);
	}

	@Bean
	InstanceLifecycle instanceLifecycle(Instances instances, Worktrees worktrees, Engines engines, WorkspaceCopy copy,
			List<BeforeEnd> beforeEnds, Preferences preferences) throws IOException {
		String prepare = script("prepare.sh");
		String git = script("git.sh");
		ContainerSettings settings = settings(preferences);
		return new InstanceLifecycle(instances, worktrees,
				new EngineContainers(engines, (engine) -> new InstanceContainers(instances, worktrees, engine,
						new ContainerPreparation(engine, prepare, git), new ContainerGit(worktrees, engine, git),
						new CopiedWork(worktrees, copy), settings, beforeEnds)));
	}

	private static String script(String name) throws IOException {
		return new ClassPathResource(name, InstanceConfiguration.class).getContentAsString(StandardCharsets.UTF_8);
	}

	private static ContainerSettings settings(Preferences preferences) {
		return new ContainerSettings(preferences.text(Setting.BASE_IMAGE).orElseThrow(),
				new ContainerLimits(preferences).addTo(RuntimeOptions.parse(preferences.list(Setting.RUNTIME_FLAGS))));
	}

}
