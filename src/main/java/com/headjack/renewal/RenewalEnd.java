package com.headjack.renewal;

import com.headjack.instance.BeforeEnd;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;

/**
 * Takes back renewed logins before their container is stopped or removed.
 *
 * @param renewals takes them back
 */
record RenewalEnd(Renewals renewals) implements BeforeEnd {

	@Override
	public Turn turn() {
		return Turn.KEEPS_CONTENT;
	}

	@Override
	public void beforeEnd(Instance instance, LaunchLog log) {
		Renewed.tell(this.renewals.collect(instance), log::notice);
	}

}
