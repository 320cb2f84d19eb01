package com.headjack.shell.command;

import java.util.Iterator;
import java.util.function.Supplier;

import com.headjack.secret.Secret;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;

/**
 * A person who gives answers one by one.
 *
 * @param answers the answers
 * @param output receives the questions
 */
record ScriptedDialog(Iterator<String> answers, Output output) implements Dialog {

	@Override
	public <T> T withoutEcho(Supplier<T> questions) {
		return questions.get();
	}

	@Override
	public String ask(String question) {
		this.output.message("? " + question);
		return this.answers.next();
	}

	@Override
	public Secret askSecret(String question) {
		return Secret.of(ask(question));
	}

	@Override
	public Secret askPasted(String question) {
		return askSecret(question);
	}

}
