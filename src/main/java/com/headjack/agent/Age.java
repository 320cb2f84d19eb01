package com.headjack.agent;

import org.springframework.util.Assert;

/**
 * The member of a login that tells when the agent last renewed it.
 *
 * @param member the JSON pointer of the member, which holds a date and time as in RFC
 * 3339
 * @param days the age in days from which a login may be out of use
 */
public record Age(String member, int days) {

	public Age {
		Assert.isTrue(days > 0, "'days' must be positive");
	}

}
