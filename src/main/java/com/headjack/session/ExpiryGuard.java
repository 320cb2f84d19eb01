package com.headjack.session;

import com.headjack.credential.ExpiryNotice;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.Validity;
import com.headjack.failure.FailureKind;

/**
 * Keeps an agent from starting with a login that says that it has expired, unless the
 * user wants it all the same.
 */
final class ExpiryGuard {

	private final ExpiryWatch watch;

	ExpiryGuard(ExpiryWatch watch) {
		this.watch = watch;
	}

	/**
	 * Warns of a login that expires soon, or may have expired.
	 * @throws SessionException if it has expired, and nothing renews it
	 */
	void check(Launch launch, ProgramLog log) {
		if (launch instanceof Launch.Agent agent) {
			this.watch.look(agent.profile(), agent.account(), agent.credential())
				.ifPresent((notice) -> tell(notice, agent.program().anyway(), log));
		}
	}

	private static void tell(ExpiryNotice notice, boolean anyway, ProgramLog log) {
		if (notice.validity() == Validity.OVER && !anyway) {
			throw new SessionException(FailureKind.FAILED, notice.fact(),
					notice.remedy() + "; --anyway starts the agent all the same");
		}
		log.notice(notice.line());
	}

}
