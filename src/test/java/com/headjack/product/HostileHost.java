package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A user's machine with one instance that becomes hostile.
 */
final class HostileHost {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private static final String CANARY = "CANARY-of-the-host";

	/**
	 * Control characters but the line feed, and overrides of the direction of writing.
	 */
	private static final Pattern RAW = Pattern.compile("[\\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069&&[^\\n]]");

	private final HostileAttack attack;

	private final Hjk product;

	private final Path outside;

	private final List<String> faults = new ArrayList<>();

	HostileHost(HostileAttack attack, Path folder, World world) throws IOException {
		this.attack = attack;
		this.outside = Files.writeString(Files.createDirectories(folder).resolve("outside"), CANARY);
		this.product = new Hjk(folder, world);
	}

	/**
	 * Lets the container attack, and the user go on.
	 * @return what the host did that it should not
	 */
	List<String> faults() throws IOException {
		check(List.of("run", "feat/x"), 0, "ready");
		if (this.attack.script().contains("$out")) {
			check(List.of("exec", "feat/x", "-d", "-n", "s", "--", "sleep", "1000"), 0, "");
		}
		attack();
		check(this.attack.words(), this.attack.code(), this.attack.says());
		remove();
		if (!Files.readString(this.outside).equals(CANARY)) {
			this.faults.add("the file outside was changed");
		}
		return this.faults;
	}

	private void attack() throws IOException {
		Path worktree = this.product.worktree("feat~x");
		Path common = this.product.repository().toRealPath().resolve(".git");
		String places = "in='%s' worktree='%s' outside='%s'\n".formatted(common, worktree, this.outside);
		Hjk.Result done = this.product.command("docker", "exec", this.product.container("feat/x"), "sh", "-c",
				places + HostileAttack.WORDS + this.attack.script());
		require(done.code() == 0 || this.attack.script().startsWith("kill"), List.of("attack"), "failed",
				done.errors());
	}

	private void remove() throws IOException {
		Path storage = this.product.home().resolve(".local/share/headjack");
		if (this.attack.command().startsWith("run other")) {
			this.product.hjk("rm", "other", "-f");
		}
		if (!empty(storage)) {
			check(List.of("rm", "feat/x", "-f"), 0, "");
		}
		if (!empty(storage) || !this.product.container("feat/x").isEmpty()) {
			this.faults.add("the instance cannot be removed");
		}
	}

	private static boolean empty(Path storage) throws IOException {
		return left(storage.resolve("git")).allMatch((folder) -> folder.endsWith(".locks"))
				&& left(storage.resolve("sessions")).findAny().isEmpty();
	}

	private static Stream<Path> left(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList().stream();
		}
	}

	private void check(List<String> words, int code, String says) {
		long begin = System.nanoTime();
		Hjk.Result result = this.product.hjk(words.toArray(String[]::new));
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		String printed = result.output() + result.errors();
		require(took.compareTo(DEADLINE) < 0, words, "took " + took.toSeconds() + " s", printed);
		require(code == HostileAttack.EITHER || code == result.code(), words, "exit code " + result.code(), printed);
		require(printed.contains(says), words, "does not say '" + says + "'", printed);
		require(!RAW.matcher(printed).find(), words, "prints control characters", printed);
		require(!printed.contains(CANARY), words, "prints a file of the host", printed);
		require(!printed.contains("Exception"), words, "prints a class", printed);
	}

	private void require(boolean met, List<String> words, String fault, String printed) {
		if (!met) {
			this.faults.add(words + " " + fault + ": " + RAW.matcher(printed).replaceAll("<raw>").strip());
		}
	}

}
