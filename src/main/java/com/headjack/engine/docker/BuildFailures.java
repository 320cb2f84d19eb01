package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.engine.EngineException;
import com.headjack.engine.ImageBuild;
import com.headjack.engine.ImageBuildException;
import com.headjack.failure.FailureKind;

/**
 * Translates the failures of builds for the user.
 */
final class BuildFailures {

	private static final Pattern CODE = Pattern
		.compile("returned a non-zero code: (\\d+)|exit status (\\d+)|exit code:? (\\d+)");

	private static final Pattern NAME = Pattern.compile(
			"(?i)invalid (reference|tag|repository)|must be lowercase|normalizing (image|name)|parsing (reference|target)");

	private static final Pattern NEWER = Pattern.compile("(?i)buildkit|unknown flag: (mount|link|chmod|checksum)");

	private static final Pattern EMBEDDED = Pattern.compile("(?im)^\\s*(RUN|COPY|ADD)\\b.*<<-?[\"']?\\w");

	private static final Pattern SYNTAX = Pattern
		.compile("(?i)unknown instruction|parse error|file with no instructions|must not be empty|cannot be empty"
				+ "|no build stage|unknown flag|requires (at least|exactly)|failed to reach build target"
				+ "|no FROM statement|not a valid|invalid from flag|failed to parse|error parsing");

	private static final Pattern DISK = Pattern.compile("(?i)no space left on device|disk quota exceeded|ENOSPC");

	private static final Pattern CERTIFICATE = Pattern
		.compile("(?i)certificate (verify failed|verification failed|signed by unknown)|SELF_SIGNED_CERT"
				+ "|self.signed certificate|unable to get local issuer|UNABLE_TO_(GET|VERIFY)");

	private static final Pattern NETWORK = Pattern.compile(
			"(?i)temporary failure (in name resolution|resolving)|could not resolve|ENOTFOUND|EAI_AGAIN|ECONNREFUSED"
					+ "|ETIMEDOUT|network is unreachable|could not connect|connection (refused|timed out)|no such host"
					+ "|i/o timeout|proxyconnect|bad address");

	private static final Pattern SOURCE = Pattern.compile("(?i)^(COPY|ADD) failed|no such file or directory");

	private BuildFailures() {
	}

	/**
	 * Translates the failure of a build that the engine has begun or refused.
	 * @param build what was to be built
	 * @param output what the engine has told
	 * @param reason the engine's reason
	 * @return the exception to throw
	 */
	static EngineException of(ImageBuild build, BuildOutput output, String reason) {
		String all = reason + "\n" + String.join("\n", output.lastLines());
		FailureKind kind = kind(output, reason);
		String place = output.step().isEmpty() ? ""
				: " at step %s (%s)".formatted(output.step(), brief(output.instruction()));
		return new ImageBuildException(kind,
				"image \"%s\" was not built%s: %s".formatted(build.name(), place, told(reason)),
				remedy(build, output, reason, all), null);
	}

	private static FailureKind kind(BuildOutput output, String reason) {
		if (CODE.matcher(reason).find()) {
			return FailureKind.FAILED;
		}
		if (NAME.matcher(reason).find() || NEWER.matcher(reason).find() || SYNTAX.matcher(reason).find()) {
			return FailureKind.MISUSED;
		}
		return begins(output) ? FailureKind.UNAVAILABLE : FailureKind.FAILED;
	}

	private static boolean begins(BuildOutput output) {
		return output.instruction().regionMatches(true, 0, "FROM ", 0, "FROM ".length());
	}

	private static String told(String reason) {
		Matcher code = CODE.matcher(reason);
		if (code.find()) {
			String number = (code.group(1) != null) ? code.group(1)
					: (code.group(2) != null) ? code.group(2) : code.group(3);
			return "exit code " + number;
		}
		return reason.isEmpty() ? "the engine gave no reason" : EngineFailures.line(reason);
	}

	private static String remedy(ImageBuild build, BuildOutput output, String reason, String all) {
		String file = build.dockerfile().toString();
		if (DISK.matcher(all).find()) {
			return "make room where the engine keeps its images";
		}
		if (NEWER.matcher(reason).find() || (SYNTAX.matcher(reason).find() && embedsFiles(build))) {
			return "this needs BuildKit: build it with 'docker build', and name it in default.base_image";
		}
		if (NAME.matcher(reason).find()) {
			return "choose another name with --tag, such as my/agent:1";
		}
		if (SYNTAX.matcher(reason).find()) {
			return "correct " + file;
		}
		if (CERTIFICATE.matcher(all).find()) {
			return "give the image the certificate authority of your proxy: put it into /usr/local/share/ca-certificates as a .crt";
		}
		if (NETWORK.matcher(all).find()) {
			return begins(output) ? reachable(build)
					: "make sure that containers reach the network, through a proxy if there is one, which 'hjk doctor' checks";
		}
		if (begins(output)) {
			return "check the name of that image, and that you may pull it";
		}
		return SOURCE.matcher(reason).find() ? "make sure that the file is beside " + file + " and not in .dockerignore"
				: "fix that step of " + file;
	}

	private static String reachable(ImageBuild build) {
		return "make sure that the engine reaches the registry of that image"
				+ (build.pulled() ? ", or leave out --pull to use the one that is here" : "");
	}

	/**
	 * Whether the Dockerfile holds texts of files, as only newer builders know.
	 */
	private static boolean embedsFiles(ImageBuild build) {
		try {
			return EMBEDDED.matcher(Files.readString(build.dockerfile())).find();
		}
		catch (IOException _) {
			return false;
		}
	}

	private static String brief(String instruction) {
		return (instruction.length() > 60) ? instruction.substring(0, 60).stripTrailing() + "…" : instruction;
	}

	/**
	 * Translates a failure to read the files of the context.
	 * @param build what was to be built
	 * @param failure the failure
	 * @return the exception to throw
	 */
	static EngineException unreadable(ImageBuild build, IOException failure) {
		String file = (failure instanceof FileSystemException known && known.getFile() != null) ? known.getFile()
				: "a file beside " + build.dockerfile();
		String reason = switch (failure) {
			case NoSuchFileException _ -> "it is gone";
			case AccessDeniedException _ -> "permission denied";
			default -> String.valueOf(failure.getMessage());
		};
		return new ImageBuildException(FailureKind.FAILED, "cannot read %s: %s".formatted(file, reason),
				"make it readable, or name it in .dockerignore", failure);
	}

}
