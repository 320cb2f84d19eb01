package com.headjack.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.instance.InstanceLifecycle;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.Sessions;

@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

	@Bean
	Work work(InstanceLifecycle instances, SessionLifecycle sessions) {
		return new Work(instances, sessions);
	}

	@Bean
	WorkEnd workEnd(InstanceLifecycle instances, Sessions sessions, SessionLifecycle programs) {
		return new WorkEnd(instances, sessions, programs);
	}

}
