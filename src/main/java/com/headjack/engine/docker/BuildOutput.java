package com.headjack.engine.docker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;

import com.headjack.engine.BuildLog;

/**
 * What an engine tells of a build, as Docker and Podman word it.
 */
final class BuildOutput extends Completion<BuildResponseItem> {

	private static final Pattern STEP = Pattern.compile("(?:\\[\\d+/\\d+] )?(?:Step|STEP) (\\d+/\\d+) ?: (.*)");

	private static final Pattern DONE = Pattern.compile("Successfully built ([0-9a-f]{6,64})");

	private static final Pattern OF_ENGINE = Pattern
		.compile(" *-{2,3}> .*|Removing intermediate container .*|Successfully tagged .*|COMMIT\\b.*|\\s*");

	private static final Pattern ESCAPES = Pattern
		.compile("\033\\[[0-?]*[ -/]*[@-~]|\033\\][^\\x07\033]*(\\x07|\033\\\\)?|\033.?");

	private static final int KEPT = 40;

	private static final int LONGEST = 8192;

	private final BuildLog log;

	private final StringBuilder line = new StringBuilder();

	private final Deque<String> last = new ArrayDeque<>();

	private String step = "";

	private String instruction = "";

	private String image = "";

	private String failure = "";

	BuildOutput(BuildLog log) {
		this.log = log;
	}

	@Override
	public synchronized void onNext(BuildResponseItem item) {
		if (item.getStream() != null) {
			item.getStream().chars().forEach((character) -> take((char) character));
		}
		Stream.of(item).map(BuildOutput::reason).filter((reason) -> !reason.isEmpty()).forEach((reason) -> {
			this.failure = reason;
		});
	}

	@SuppressWarnings("deprecation")
	private static String reason(BuildResponseItem item) {
		ErrorDetail detail = item.getErrorDetail();
		String told = (detail != null) ? detail.getMessage() : item.getError();
		return (told != null) ? told.strip() : "";
	}

	private void take(char character) {
		if (character == '\n') {
			complete();
		}
		else if (this.line.length() < LONGEST) {
			this.line.append(character);
		}
	}

	private void complete() {
		String text = shown(this.line.toString());
		this.line.setLength(0);
		Matcher begun = STEP.matcher(text);
		Matcher done = DONE.matcher(text);
		if (begun.matches()) {
			this.step = begun.group(1);
			this.instruction = begun.group(2).replaceAll("\\s+", " ").strip();
			this.last.clear();
			this.log.step(this.step, this.instruction);
		}
		else if (done.matches()) {
			this.image = done.group(1);
		}
		else if (!OF_ENGINE.matcher(text).matches()) {
			print(text);
		}
	}

	private void print(String text) {
		this.last.add(text);
		if (this.last.size() > KEPT) {
			this.last.remove();
		}
		this.log.line(text);
	}

	/**
	 * What a terminal shows of a line in the end.
	 */
	private static String shown(String line) {
		String whole = line.stripTrailing();
		String text = whole.substring(whole.lastIndexOf('\r') + 1);
		return ESCAPES.matcher(text).replaceAll("").replaceAll("\\p{Cc}|\u009b", " ").stripTrailing();
	}

	/**
	 * The number of the current step, or empty if none has begun.
	 */
	synchronized String step() {
		return this.step;
	}

	/**
	 * The instruction of the current step, in one line.
	 */
	synchronized String instruction() {
		return this.instruction;
	}

	/**
	 * The last lines that the current step has printed.
	 */
	synchronized List<String> lastLines() {
		return List.copyOf(this.last);
	}

	/**
	 * The id of the image, or empty if it was not built.
	 */
	synchronized String image() {
		return this.image;
	}

	/**
	 * The reason why the build failed, or empty if the engine has told none.
	 */
	synchronized String failure() {
		return this.failure;
	}

}
