package com.headjack.instance;

import com.headjack.text.Sha256;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Worktree;

/**
 * The name of an instance. It is derived from the repository and the branch, so that they
 * never have a second instance.
 *
 * @param value twelve hexadecimal digits
 */
public record InstanceId(String value) {

	private static final int DIGITS = 12;

	static InstanceId of(Worktree worktree) {
		return of(worktree.repository().id(), worktree.branch());
	}

	static InstanceId of(String repositoryId, BranchName branch) {
		return new InstanceId(Sha256.hex(repositoryId + "\n" + branch).substring(0, DIGITS));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
