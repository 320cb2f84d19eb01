package com.headjack.instance;

import com.headjack.text.Sha256;
import com.headjack.worktree.BranchName;

/**
 * The name of an instance, which follows from its repository and branch: there is never a
 * second one of both.
 *
 * @param value twelve hexadecimal digits
 */
public record InstanceId(String value) {

	private static final int DIGITS = 12;

	static InstanceId of(String repositoryId, BranchName branch) {
		return new InstanceId(Sha256.hex(repositoryId + "\n" + branch).substring(0, DIGITS));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
