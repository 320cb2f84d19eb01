package com.headjack.trust;

import java.nio.file.Path;
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

	static TrustException refused(String branch, Path worktree, List<Finding> findings) {
		return new TrustException(FailureKind.FAILED, "the agent was not started, and got no login",
				"remove what you do not trust from %s in %s; if you do trust it, run 'hjk trust %s'"
					.formatted(files(findings), worktree, branch));
	}

	static TrustException unasked(String branch, List<Finding> findings) {
		return new TrustException(FailureKind.NOT_FOUND,
				"you have not agreed to the repository's settings in " + files(findings),
				"review them with 'hjk trust %s', or add --trust to agree".formatted(branch));
	}

	/**
	 * Creates a failure for files that changed after the user was asked.
	 * @param findings the files
	 * @return the failure
	 */
	public static TrustException changed(List<Finding> findings) {
		return new TrustException(FailureKind.FAILED,
				"the repository's settings changed while the agent was starting: " + files(findings),
				"try again, and review what they do now");
	}

	private static String files(List<Finding> findings) {
		return findings.stream().map(Finding::file).distinct().limit(5).collect(Collectors.joining(", "));
	}

}
