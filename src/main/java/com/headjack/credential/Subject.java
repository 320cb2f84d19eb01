package com.headjack.credential;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.Accepts;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;

/**
 * What a capture is about, for messages.
 *
 * @param profile the agent
 * @param method the login method
 * @param file the file with the credential, or {@code null} if the user gave it
 */
record Subject(AgentProfile profile, LoginMethod method, @Nullable Path file) {

	/**
	 * The same, in a file.
	 */
	Subject in(Path file) {
		return new Subject(this.profile, this.method, file);
	}

	Login login() {
		return this.profile.login(this.method).orElseThrow(this::noSuchLogin);
	}

	/**
	 * A failure of this credential, with the form that is expected or, for a file, the
	 * way to a new one.
	 * @param what what is wrong, such as {@code is empty}
	 */
	CredentialException refused(String what) {
		return refused(what, (this.file != null) ? renewal() : "expected " + accepts().expected());
	}

	CredentialException refused(String what, String remedy) {
		return new CredentialException(FailureKind.FAILED, this + " " + what, remedy);
	}

	/**
	 * A failure of this credential, with its own remedy before the expected form.
	 */
	CredentialException refused(Finding.Refused refused) {
		if (refused.remedy() == null) {
			return refused(refused.why());
		}
		String remedy = refused.remedy()
			.replace("AGENT", this.profile.id().value())
			.replace("METHOD", this.method.value())
			.replace("NAME", login().variable());
		return refused(refused.why(), remedy + "; expected " + accepts().expected());
	}

	Accepts accepts() {
		return login().accepts();
	}

	/**
	 * The commands for a new login.
	 */
	String renewal() {
		return renewal(new Account(this.profile.id(), null));
	}

	/**
	 * The commands for a new login of an account.
	 */
	String renewal(Account account) {
		String store = "hjk auth " + account;
		Optional<String> command = Optional.ofNullable(login().source()).map(Source::command);
		return command.map((some) -> "run '%s', then '%s'".formatted(some, store))
			.orElseGet(() -> "log in with %s, then run '%s'".formatted(this.profile.title(), store));
	}

	/**
	 * The path of a file for a message of one line.
	 */
	static String shown(Path file) {
		return file.toString().replaceAll("\\p{Cntrl}", "?");
	}

	@Override
	public String toString() {
		String kind = (this.method == LoginMethod.API_KEY) ? "" : (accepts().pattern() != null) ? " token" : " login";
		String name = "the %s%s for %s".formatted(this.method, kind, this.profile.id());
		return (this.file != null) ? name + " in " + shown(this.file) : name;
	}

	private CredentialException noSuchLogin() {
		return new CredentialException(FailureKind.MISUSED, this.profile.id() + " has no login by " + this.method,
				null);
	}

}
