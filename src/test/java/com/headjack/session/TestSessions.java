package com.headjack.session;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

import com.headjack.agent.TestAgents;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.ExpiryWatch;
import com.headjack.engine.ContainerEngine;
import com.headjack.injection.InjectionPlanner;
import com.headjack.instance.BeforeEnd;
import com.headjack.instance.Instances;
import com.headjack.renewal.TestRenewals;
import com.headjack.trust.Trust;
import com.headjack.trust.TrustQuestion;

/**
 * Sessions for tests of other packages.
 */
public final class TestSessions {

	private TestSessions() {
	}

	public static Sessions of(Instances instances, ContainerEngine engine) {
		return new Sessions(instances, new OutputFetch(engine, InstantSource.system()));
	}

	/**
	 * What starts and ends sessions, as the product does.
	 */
	public static SessionLifecycle lifecycle(Instances instances, CredentialRepository credentials,
			ContainerEngine engine, Trust trust) {
		LoginGuard guard = new LoginGuard(trust, (_, _) -> TrustQuestion.Answer.NOBODY);
		LaunchPlanner planner = new LaunchPlanner(TestAgents.builtIn(), credentials, TestAgents.configured(Map.of()),
				new InjectionPlanner(), TestRenewals.of(instances, credentials, engine));
		SessionLauncher launcher = new SessionLauncher(engine, Clock.systemUTC(), new Random(1), LogLimit.parse(null));
		return new SessionLifecycle(instances, of(instances, engine), planner, launcher,
				new ExpiryGuard(new ExpiryWatch(TestAgents.builtIn(), Clock.systemUTC())), guard, engine,
				Clock.systemUTC());
	}

	public static BeforeEnd ending(Instances instances, ContainerEngine engine) {
		return new SessionEnding(of(instances, engine), new SessionEnd(engine));
	}

}
