package com.headjack.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.headjack.worktree.BranchName;

/**
 * The name of an instance, which follows from its repository and branch: there is never a
 * second one of both.
 *
 * @param value twelve hexadecimal digits
 */
public record InstanceId(String value) {

	private static final int BYTES = 6;

	static InstanceId of(String repositoryId, BranchName branch) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((repositoryId + "\n" + branch).getBytes(StandardCharsets.UTF_8));
			return new InstanceId(HexFormat.of().formatHex(digest, 0, BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
