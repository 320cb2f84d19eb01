package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class GitObjectsTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	@TempDir
	Path folder;

	private final Look look = new Look(SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET)))),
			"new git objects", "feat/x");

	@BeforeEach
	void begin() throws Exception {
		git("init", "--quiet");
	}

	private void git(String... words) throws Exception {
		List<String> all = Stream
			.concat(Stream.of("git", "-C", this.folder.toString(), "-c", "user.name=a", "-c",
					"user.email=a@example.com"), Stream.of(words))
			.toList();
		assertThat(new ProcessBuilder(all).redirectErrorStream(true).start().waitFor()).isZero();
	}

	private void commit(String content) throws Exception {
		Files.writeString(this.folder.resolve("file"), content);
		git("add", "file");
		git("commit", "--quiet", "--message", "Change");
	}

	private Inspection searched(Instant since) {
		new GitObjects(this.folder.resolve(".git/objects"), since).search(this.look);
		return this.look.result();
	}

	@Test
	void objectsThatAreLooseAreSearchedAlsoAfterTheirCommitIsGone() throws Exception {
		commit("one");
		Files.writeString(this.folder.resolve("other"), "x\n".repeat(100_000) + SECRET);
		git("add", "other");
		git("reset", "--quiet", "--hard");
		assertThat(searched(Instant.EPOCH).traces()).singleElement()
			.satisfies((trace) -> assertThat(trace.where()).matches(".*/objects/[0-9a-f]{2}/[0-9a-f]{38}"));
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void objectsInPacksAreSearchedWithTheirDifferences() throws Exception {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 20_000; i++) {
			text.append(i * 7919L).append('\n');
		}
		commit(text.toString());
		commit(text.insert(5000, "\n" + SECRET + "\n").append("the newest one is kept whole").toString());
		commit(text.toString().replace(SECRET, "") + "and longer");
		git("repack", "--quiet", "-a", "-d");
		assertThat(searched(Instant.EPOCH).traces()).singleElement()
			.satisfies((trace) -> assertThat(trace.where()).endsWith(".pack"));
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void objectsFromBeforeAreLeftOut() throws Exception {
		commit(SECRET);
		assertThat(searched(Instant.now().plusSeconds(60)).bytes()).isZero();
	}

	@Test
	void objectsThatAreNoneAreNamed() throws IOException {
		Path objects = this.folder.resolve(".git/objects");
		Files.createDirectories(objects.resolve("aa"));
		Files.createDirectories(objects.resolve("pack"));
		Files.writeString(objects.resolve("aa/bb"), "no object");
		Files.writeString(objects.resolve("aa/empty"), "");
		Files.writeString(objects.resolve("pack/pack-1.pack"), "no pack");
		Files.createSymbolicLink(objects.resolve("aa/cc"), this.folder.resolve(".git/HEAD"));
		Files.createSymbolicLink(objects.resolve("bb"), this.folder);
		assertThat(searched(Instant.EPOCH).unseen()).containsExactlyInAnyOrder(
				objects.resolve("aa/bb") + " cannot be read to its end",
				objects.resolve("aa/empty") + " cannot be read to its end",
				objects.resolve("pack/pack-1.pack") + " cannot be read to its end");
	}

}
