package com.headjack.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.HostCopies;
import com.headjack.credential.Succession;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.secret.Secret;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Output;

/**
 * Reads a credential from stdin, if there is no person to ask.
 */
final class CredentialInput {

	private static final int LARGEST = 1024 * 1024;

	private final CredentialCapture capture;

	private final HostCopies copies;

	private final GivenLogin given;

	private final InputStream input;

	CredentialInput(CredentialCapture capture, HostCopies copies, Output output, InputStream input) {
		this.capture = capture;
		this.copies = copies;
		this.given = new GivenLogin(capture, copies, output);
		this.input = input;
	}

	Credential obtain(AgentProfile profile, Account account, LoginMethod method) {
		try (Secret given = read()) {
			if (given.size() == 0 && method == LoginMethod.SUBSCRIPTION) {
				requireNotOlder(profile, account);
				return this.capture.find(profile, method).orElseThrow(() -> this.capture.missing(profile, method));
			}
			return this.given.check(profile, account, method, given);
		}
	}

	/**
	 * What the agent renewed elsewhere since must not be lost.
	 */
	private void requireNotOlder(AgentProfile profile, Account account) {
		this.copies.look(profile, account).filter((copy) -> copy.succession() == Succession.OLDER).ifPresent((copy) -> {
			throw new HeadjackException(FailureKind.FAILED,
					"the login of %s in %s is older than the stored one".formatted(profile.id(), copy.shown()),
					"run 'hjk auth remove %s' first if it is to replace that".formatted(account));
		});
	}

	private Secret read() {
		try {
			byte[] bytes = this.input.readNBytes(LARGEST + 1);
			try {
				if (bytes.length > LARGEST) {
					throw new UsageException("the input is larger than a credential can be", "check what is piped in");
				}
				return Secret.of(bytes);
			}
			finally {
				Arrays.fill(bytes, (byte) 0);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
