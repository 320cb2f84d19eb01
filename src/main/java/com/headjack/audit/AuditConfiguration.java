package com.headjack.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.engine.EngineRecords;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instances;
import com.headjack.worktree.Worktrees;

/**
 * Wires the audit.
 */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	Audit audit(HostEnvironment host, HostPaths paths, Instances instances, Worktrees worktrees,
			EngineRecords records) {
		return new Audit(host, paths, instances, worktrees, records);
	}

}
