package com.headjack.worktree;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.process.ProcessRunner;

/**
 * Configures the access to worktrees.
 */
@Configuration(proxyBeanMethods = false)
class WorktreeConfiguration {

	@Bean
	Worktrees worktrees(ProcessRunner processes, HostPaths paths, HostEnvironment host) {
		return new Worktrees(processes, paths.worktrees(), host);
	}

}
