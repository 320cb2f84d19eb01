package com.headjack.shell.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Source;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.HostCopies;
import com.headjack.credential.HostCopy;
import com.headjack.credential.Succession;
import com.headjack.failure.HeadjackException;
import com.headjack.secret.Secret;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;

/**
 * Obtains a credential by asking a person.
 */
final class AuthDialog {

	private static final int TRIES = 3;

	private final CredentialCapture capture;

	private final HostCopies copies;

	private final GivenLogin given;

	private final Dialog dialog;

	private final Output output;

	AuthDialog(CredentialCapture capture, HostCopies copies, Dialog dialog, Output output) {
		this.capture = capture;
		this.copies = copies;
		this.given = new GivenLogin(capture, copies, output);
		this.dialog = dialog;
		this.output = output;
	}

	/**
	 * Obtains a credential and hands it on. A store may ask for its password then.
	 * @param taker takes the credential, which is closed afterwards
	 * @return whether there is one; {@code false} if the person wants to keep the stored
	 * one
	 */
	boolean obtain(AgentProfile profile, Account account, Optional<LoginMethod> method, Consumer<Credential> taker) {
		return this.dialog.withoutEcho(() -> {
			try (Credential credential = obtain(profile, account, method).orElse(null)) {
				if (credential == null) {
					say("Kept the stored login of " + account.words());
					return false;
				}
				taker.accept(credential);
				return true;
			}
		});
	}

	private Optional<Credential> obtain(AgentProfile profile, Account account, Optional<LoginMethod> method) {
		say("Configure " + profile.id() + " authentication");
		say("");
		Optional<HostCopy> copy = method.filter(LoginMethod.API_KEY::equals).isPresent() ? Optional.empty()
				: this.copies.look(profile, account);
		if (copy.isPresent() && copy.get().succession() == Succession.NEWER && agrees(copy.get(), "newer")) {
			return Optional.of(this.capture.find(profile, LoginMethod.SUBSCRIPTION)
				.orElseThrow(() -> this.capture.missing(profile, LoginMethod.SUBSCRIPTION)));
		}
		LoginMethod chosen = method.orElseGet(() -> choose(profile));
		Login login = login(profile, chosen);
		if (chosen == LoginMethod.API_KEY) {
			return Optional.of(askForKey(profile, account));
		}
		return isKept(copy) ? Optional.empty() : Optional.of(findOrAsk(profile, account, login, copy));
	}

	private LoginMethod choose(AgentProfile profile) {
		if (profile.logins().size() == 1) {
			return profile.logins().keySet().iterator().next();
		}
		LoginMethod[] methods = LoginMethod.values();
		say("Authentication method:");
		for (int i = 0; i < methods.length; i++) {
			int number = i + 1;
			LoginMethod method = methods[i];
			profile.login(method)
				.ifPresent((login) -> say("  %s. %s (uses %s)".formatted(number, method.title(), login.variable())));
		}
		return repeat(() -> {
			String answer = this.dialog.ask("Enter choice (1-" + methods.length + "): ");
			if (!answer.matches("[12]")) {
				throw new UsageException(
						(answer.length() == 1) ? "\"" + answer + "\" is not a choice" : "that is not a choice",
						"enter 1 or 2");
			}
			return methods[Integer.parseInt(answer) - 1];
		});
	}

	private Credential askForKey(AgentProfile profile, Account account) {
		say("Enter your " + profile.id() + " API key.");
		return ask(profile, account, LoginMethod.API_KEY, "API key: ");
	}

	private boolean agrees(HostCopy copy, String how) {
		return this.dialog.agrees("The login in %s is %s than the stored one. Take it?".formatted(copy.shown(), how));
	}

	/**
	 * Whether the stored login is to stay, which is newer than the agent's own one.
	 */
	private boolean isKept(Optional<HostCopy> copy) {
		return copy.filter((one) -> one.succession() == Succession.OLDER && !agrees(one, "older")).isPresent();
	}

	private Credential findOrAsk(AgentProfile profile, Account account, Login login, Optional<HostCopy> copy) {
		boolean refused = copy.filter((one) -> one.succession() == Succession.NEWER).isPresent();
		Optional<Credential> found = refused ? Optional.empty() : this.capture.find(profile, LoginMethod.SUBSCRIPTION);
		if (found.isPresent()) {
			return found.get();
		}
		this.capture.elsewhere(profile, LoginMethod.SUBSCRIPTION).ifPresent(this::tell);
		if (!refused && Optional.ofNullable(login.source()).flatMap(Source::mainFile).isPresent()) {
			say(profile.title() + " credentials not found.");
		}
		login.instructions().forEach(this::say);
		return ask(profile, account, LoginMethod.SUBSCRIPTION, "Paste your credential: ");
	}

	private Credential ask(AgentProfile profile, Account account, LoginMethod method, String question) {
		return repeat(() -> {
			try (Secret answer = this.dialog.askPasted(question)) {
				return this.given.check(profile, account, method, answer);
			}
		});
	}

	private <T> T repeat(Supplier<T> question) {
		for (int tries = 1; tries < TRIES; tries++) {
			try {
				return question.get();
			}
			catch (HeadjackException ex) {
				tell(ex);
			}
		}
		return question.get();
	}

	private static Login login(AgentProfile profile, LoginMethod method) {
		return profile.login(method)
			.orElseThrow(() -> new UsageException(profile.id() + " has no login by " + method, null));
	}

	private void tell(HeadjackException failure) {
		say(failure.getMessage() + failure.remedy().map((remedy) -> ": " + remedy).orElse(""));
	}

	private void say(String line) {
		this.output.message(line);
	}

}
