package com.headjack.renewal;

import java.nio.file.Path;

import com.headjack.agent.TestAgents;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.TestCredentials;
import com.headjack.engine.ContainerEngine;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instances;
import com.headjack.journal.LoginJournal;

/**
 * Renewals for tests of other packages.
 */
public final class TestRenewals {

	private TestRenewals() {
	}

	public static Renewals of(Instances instances, CredentialRepository credentials, ContainerEngine engine) {
		Path nowhere = Path.of("/dev/null");
		return of(instances, credentials, engine, new HostPaths(nowhere, nowhere, nowhere, nowhere.resolve("history")));
	}

	static Renewals of(Instances instances, CredentialRepository credentials, ContainerEngine engine, HostPaths paths) {
		return new Renewals(instances, TestAgents.builtIn(), credentials, TestCredentials.renewal(credentials), engine,
				new HeldLogins(paths), LoginJournal.of(paths));
	}

}
