package com.headjack.shell.command;

import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;

/**
 * The parameters and options that several commands share.
 *
 * @param live lists the words for completion
 */
record SharedOptions(LiveValues live) {

	Parameter agent() {
		return Parameter.required("AGENT", Words.from(this.live::agents));
	}

	Parameter instance() {
		return Parameter.required("BRANCH", Words.from(this.live::instances));
	}

	Option account() {
		return Option.valued("account", ' ', "NAME", "use this account, if you have several with the agent's vendor")
			.completedBy(this.live::accounts);
	}

	Option output() {
		return Option.valued("output", 'o', "FORMAT", "table (the default) or json")
			.completedBy(Words.of("table", "json"));
	}

	Option image() {
		return Option.valued("image", 'i', "IMAGE", "make the container from this image");
	}

	Option engine(String summary) {
		return Option.valued("on", ' ', "ENGINE", summary).completedBy(Words.from(this.live::engines));
	}

	Option prompt() {
		return Option.valued("prompt", 'p', "PROMPT", "give the agent this prompt");
	}

	Option name() {
		return Option.valued("name", 'n', "NAME", "give the session this name");
	}

	Option force(String summary) {
		return Option.flag("force", 'f', summary);
	}

	Option trust() {
		return Option.flag("trust", ' ', "agree to the repository's own settings as they are; see 'hjk trust'");
	}

	Option anyway() {
		return Option.flag("anyway", ' ', "start the agent even if its login has expired");
	}

	Option detach() {
		return Option.flag("detach", 'd', "start the session without attaching to it");
	}

}
