package com.headjack.credential;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import com.headjack.agent.Sign;
import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.host.UnusableFileException;
import com.headjack.secret.Secret;

/**
 * Looks for signs, in an agent's other files, that its login is elsewhere.
 *
 * @param subject the login
 * @param folder the agent's folder
 * @param source the agent's files
 */
record LoginSigns(Subject subject, Path folder, Source source) {

	/**
	 * Finds the reason for a missing login file.
	 * @return the reason, or empty if nothing tells
	 */
	Optional<CredentialException> instead() {
		return first((_) -> true).map((sign) -> new CredentialException(FailureKind.FAILED, told(sign), sign.remedy()));
	}

	/**
	 * Finds the reason that the agent does not use a login file which is there.
	 * @return the reason for a warning, or empty if nothing tells
	 */
	Optional<String> beside(Path file) {
		return first(Sign::decides).map((sign) -> "%s; %s may not be the login in use: if it is not, %s"
			.formatted(told(sign), Subject.shown(file), sign.remedy()));
	}

	private Optional<Sign> first(Predicate<Sign> counts) {
		return this.source.signs().stream().filter(counts).filter(this::isThere).findFirst();
	}

	/**
	 * A file that cannot be read is no sign.
	 */
	private boolean isThere(Sign sign) {
		try (Secret content = new LoginContent(path(sign)).read().orElse(null)) {
			return content != null && content.<Boolean>use((utf8) -> isIn(sign, utf8));
		}
		catch (UnusableFileException _) {
			return false;
		}
	}

	private static boolean isIn(Sign sign, byte[] utf8) {
		CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
		try {
			return sign.isIn(text);
		}
		finally {
			Arrays.fill(text.array(), '\0');
		}
	}

	private String told(Sign sign) {
		return "%s %s (%s)".formatted(this.subject.profile().id(), sign.says(), Subject.shown(path(sign)));
	}

	private Path path(Sign sign) {
		return this.folder.resolve(sign.file()).normalize();
	}

}
