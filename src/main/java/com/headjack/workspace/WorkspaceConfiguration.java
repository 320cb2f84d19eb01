package com.headjack.workspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.engine.ContainerEngine;
import com.headjack.worktree.Worktrees;

@Configuration(proxyBeanMethods = false)
class WorkspaceConfiguration {

	@Bean
	WorkspaceCopy workspaceCopy(ContainerEngine engine, Worktrees worktrees) {
		return new WorkspaceCopy(engine, worktrees);
	}

}
