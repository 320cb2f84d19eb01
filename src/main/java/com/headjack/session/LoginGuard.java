package com.headjack.session;

import java.util.List;

import com.headjack.instance.Instance;
import com.headjack.trust.Finding;
import com.headjack.trust.Place;
import com.headjack.trust.Trust;
import com.headjack.trust.TrustException;
import com.headjack.trust.TrustQuestion;

/**
 * Keeps a login from a repository whose settings can misuse it, unless the user agrees to
 * them.
 */
final class LoginGuard {

	private final Trust trust;

	private final TrustQuestion question;

	LoginGuard(Trust trust, TrustQuestion question) {
		this.trust = trust;
		this.question = question;
	}

	/**
	 * Asks about the settings that the user has not agreed to yet.
	 * @throws TrustException if the user does not agree, or nobody can be asked
	 */
	void ask(Instance instance, Launch launch) {
		List<Finding> open = open(instance, launch);
		if (open.isEmpty() || !(launch instanceof Launch.Agent agent)) {
			return;
		}
		if (!agent.program().trusting()) {
			this.question.answer(agent.profile().id(), open)
				.requireYes(instance.quotedBranch(), instance.worktree(), open);
		}
		this.trust.agree(open);
	}

	/**
	 * Requires that the user has agreed to the settings as they are now.
	 * @throws TrustException if they have changed since
	 */
	void require(Instance instance, Launch launch) {
		List<Finding> open = open(instance, launch);
		if (!open.isEmpty()) {
			throw TrustException.changed(open);
		}
	}

	private List<Finding> open(Instance instance, Launch launch) {
		return switch (launch) {
			case Launch.Agent agent ->
				this.trust
					.look(new Place(instance.repositoryId(), instance.repository(), instance.worktree()),
							agent.profile(), agent.credential().method())
					.stream()
					.filter((finding) -> !this.trust.agreed(finding))
					.toList();
			case Launch.Shell _ -> List.of();
		};
	}

}
