package com.headjack.engine.docker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.secret.Secret;

/**
 * Two programs of one shell in a container, of which the second depends on what the first
 * printed. The first one's exit code comes after its output, between a NUL and the end of
 * the line. The second comes as input, and its success is told by a word that came as
 * input, too. Every other end is asked of the engine.
 */
final class Dialogue {

	private static final String SHELL = """
			"$@" </dev/null
			code=$?
			printf '\\000' >&2
			printf '\\000%s\\n' "$code"
			IFS= read -r proof && IFS= read -r count || exit 1
			words=
			while [ "$count" -gt 0 ]; do
				IFS= read -r line || exit 1
				words="$words$line
			"
				count=$((count - 1))
			done
			eval "set -- $words"
			"$@" || exit
			printf '\\000%s' "$proof"
			""";

	private final String proof = UUID.randomUUID().toString();

	private final DialogueOutput output;

	private final DialogueErrors errors;

	private final CompletableFuture<?> asked;

	/**
	 * Makes a dialogue.
	 * @param limit how many bytes of each stream to keep
	 */
	Dialogue(int limit) {
		this.output = new DialogueOutput(limit);
		this.errors = new DialogueErrors(limit);
		this.asked = CompletableFuture.allOf(this.output.code(), this.errors.divided());
	}

	/**
	 * Requests the shell that runs both programs.
	 * @param first the first one
	 */
	static ExecRequest asking(ExecRequest first) {
		return new ExecRequest(Stream.concat(Stream.of("sh", "-c", SHELL, "sh"), first.command().stream()).toList(),
				first.user(), first.environment(), null, first.patience());
	}

	FrameSink sink() {
		return new FrameSink(this.output, this.errors);
	}

	/**
	 * Returns when the first program has ended, and all that it wrote has come: the
	 * engine reads its two streams side by side.
	 */
	CompletableFuture<?> asked() {
		return this.asked;
	}

	/**
	 * Returns the first program's result, once that has ended.
	 */
	ExecResult found() {
		return new ExecResult(this.output.code().join(), this.output.first(), part(this.errors.text(), 0));
	}

	/**
	 * Returns the input that ends the shell without a second program.
	 */
	static byte[] nothing() {
		return "\n0\n".getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns the input that starts the second program.
	 */
	byte[] reply(ExecRequest second) {
		String words = second.command().stream().map(Dialogue::quoted).collect(Collectors.joining(" "));
		String head = "%s\n%s\n%s\n".formatted(this.proof, words.lines().count(), words);
		Secret input = second.input();
		byte[] start = head.getBytes(StandardCharsets.UTF_8);
		return (input != null) ? input.use((bytes) -> joined(start, bytes)) : start;
	}

	private static byte[] joined(byte[] start, byte[] rest) {
		byte[] all = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, all, start.length, rest.length);
		return all;
	}

	private static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

	/**
	 * Returns how it ended.
	 * @param engine asks the engine for the exit code
	 */
	ExecResult result(IntSupplier engine) {
		return this.output.code().isDone() ? second(engine) : unanswered(engine.getAsInt());
	}

	private ExecResult second(IntSupplier engine) {
		String text = this.output.second();
		String end = "\0" + this.proof;
		boolean proven = text.endsWith(end);
		return new ExecResult(proven ? 0 : engine.getAsInt(),
				proven ? text.substring(0, text.length() - end.length()) : text, part(this.errors.text(), 1));
	}

	private ExecResult unanswered(int code) {
		if (code == 0) {
			throw new EngineException("a program in the container ended without its answer", "try again", null);
		}
		return new ExecResult(code, this.output.first(), this.errors.text());
	}

	private static String part(String text, int index) {
		String[] parts = text.split("\0", 2);
		return (index < parts.length) ? parts[index] : "";
	}

}
