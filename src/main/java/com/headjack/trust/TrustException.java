package com.headjack.trust;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Thrown if the user does not trust the settings of a repository, or agreements cannot be
 * kept.
 */
public final class TrustException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	TrustException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

	static TrustException refused(List<Finding> findings) {
		return new TrustException(FailureKind.FAILED, "the agent is not started, and gets no login",
				"remove what you do not want from " + files(findings));
	}

	static TrustException unasked(String branch, List<Finding> findings) {
		return new TrustException(FailureKind.NOT_FOUND,
				"nobody agreed to the settings of the repository in " + files(findings),
				"look at them with 'hjk trust %s', or add --trust if you agree".formatted(branch));
	}

	/**
	 * Creates a failure for files that changed after the user was asked.
	 * @param findings the files
	 * @return the failure
	 */
	public static TrustException changed(List<Finding> findings) {
		return new TrustException(FailureKind.FAILED,
				"the repository's settings changed while the agent was to start: " + files(findings),
				"try again, and look at what they do now");
	}

	private static String files(List<Finding> findings) {
		return findings.stream().map(Finding::file).distinct().limit(5).collect(Collectors.joining(", "));
	}

}
