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
		return of(instances, credentials, engine, "ada");
	}

	static Renewals of(Instances instances, CredentialRepository credentials, ContainerEngine engine, String user) {
		return new Renewals(instances, TestAgents.builtIn(), credentials, TestCredentials.renewal(credentials), engine,
				new HeldLogins(paths(user)), LoginJournal.of(paths(user)));
	}

	private static HostPaths paths(String user) {
		Path folder = Path.of("/dev/null", user);
		return new HostPaths(folder, folder, folder, folder);
	}

}
