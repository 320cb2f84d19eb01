package com.headjack.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.EngineRecords.FileChange;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class EnginePlacesTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	private final Records records = new Records();

	private final EnginePlaces places = new EnginePlaces(this.records);

	private final Look look = new Look(SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET)))),
			"a place", "feat/x");

	private static FileChange added(String path) {
		return new FileChange(path, true);
	}

	private static FileChange modified(String path) {
		return new FileChange(path, false);
	}

	@Test
	void changedChoosesNewFoldersAndSingleFiles() {
		List<FileChange> changes = List.of(modified("/etc"), modified("/etc/passwd"), added("/etc/new"),
				added("/etc/new/a"), added("/etc/new/b"), modified("/etc/new-one"), added("/opt"), added("/opt/mine"),
				added("/opt/mine/mounted"), added("/opt/mine/x"), added("/opt/mine/mounted/y"), added("/opt/mine/x/z"));
		assertThat(EnginePlaces.changed(changes, Set.of("/opt/mine/mounted"))).containsExactly("/etc/new",
				"/etc/new-one", "/etc/passwd", "/opt/mine/x");
	}

	@Test
	void eachRecordIsSearched() {
		this.records.answers.put("container", "{\"Env\":[\"KEY=" + SECRET + "\"]}");
		this.places.container("id", this.look);
		this.places.image("image", this.look);
		this.records.answers.put("history", SECRET);
		this.places.history("image", this.look);
		this.records.answers.put("programs", SECRET);
		this.places.programs("id", this.look);
		assertThat(this.look.result().traces()).extracting(Trace::where)
			.containsExactly("the container's configuration", "the image's history", "the arguments of a program");
	}

	@Test
	void imageIsTheOneThatTheContainerWasMadeFrom() {
		assertThat(this.places.imageOf("id", "image")).isEqualTo("sha256:1");
		assertThat(new EnginePlaces(new SilentRecords()).imageOf("id", "image")).isEqualTo("image");
		this.records.answers.remove("container");
		assertThat(this.places.imageOf("id", "image")).isEqualTo("image");
	}

	@Test
	void filesAreThoseThatTheContainerChanged() {
		this.records.changes = List.of(modified("/root"), added("/root/key"), added("/root/other"));
		this.records.answers.put("/root/key", "key\0" + SECRET);
		this.records.answers.put("/root/other", "other");
		this.places.files("id", this.look);
		assertThat(this.look.result().traces()).containsExactly(new Trace("/root/key", "claude"));
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void whatTheEngineRefusesIsNotSeen() {
		this.places.history("image", this.look);
		this.records.changes = List.of(added("/gone"));
		this.places.files("id", this.look);
		assertThat(this.look.result().unseen()).containsExactly("the image's history: refused history",
				"/gone: refused /gone");
	}

	@Test
	void aFileThatIsGoneIsLookedForByItsNewName() {
		this.records.changes = List.of(added("/key.tmp"), added("/lock"));
		this.records.renamed.put("/key.tmp", "/key");
		this.records.answers.put("/lock", "");
		this.records.answers.put("/key", SECRET);
		this.places.files("id", this.look);
		assertThat(this.look.result().traces()).containsExactly(new Trace("/key", "claude"));
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void aFileThatIsNeverThereWasNotSeen() {
		this.records.changes = List.of(added("/lock"));
		this.records.renamed.put("/lock", "/other");
		this.records.renamed.put("/other", "/lock");
		this.places.files("id", this.look);
		assertThat(this.look.result().unseen()).containsExactly("/lock: the engine lists it, and does not find it");
	}

	@Test
	void aFileThatReplacesOneThatWasReadIsReadToo() {
		this.records.changes = List.of(added("/a"), added("/b"));
		this.records.answers.put("/a", "harmless");
		this.records.renamed.put("/b", "/a");
		this.records.replacing.put("/a", SECRET);
		this.places.files("id", this.look);
		assertThat(this.look.result().traces()).containsExactly(new Trace("/a", "claude"));
	}

	@Test
	void aReasonIsToldOnce() {
		this.look.unseen("it");
		this.look.unseen("it");
		assertThat(this.look.result().unseen()).containsExactly("it");
	}

	@Test
	void aContainerThatIsRemovedMeanwhileHoldsNothing() {
		EngineRecords gone = new SilentRecords() {
			@Override
			public List<FileChange> changes(String container) {
				throw new ContainerNotRunningException("it is gone", null, null);
			}

			@Override
			public void programs(String container, OutputStream target) {
				throw new ContainerNotRunningException("it is gone", null, null);
			}
		};
		new EnginePlaces(gone).files("id", this.look);
		new EnginePlaces(gone).programs("id", this.look);
		assertThat(this.look.result().outcome()).isEqualTo("clean");
	}

	@Test
	void filesWithoutAnEndAreReadInPart() {
		EngineRecords endless = new SilentRecords() {
			@Override
			public List<FileChange> changes(String container) {
				return List.of(added("/huge"));
			}

			@Override
			public boolean files(String container, String path, OutputStream target) {
				byte[] zeros = new byte[16 * 1024 * 1024];
				try {
					while (true) {
						target.write(zeros);
					}
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		};
		Look small = new Look(SecretSearch.of(List.of()), "a place", "feat/x", 64 * 1024 * 1024);
		new EnginePlaces(endless).files("id", small);
		assertThat(small.result().unseen())
			.containsExactly("/huge: it holds more than 4 GiB, and only so much was read");
	}

	@Test
	void tooManyFilesAreTold() {
		this.records.changes = Stream
			.concat(Stream.of(modified("/d")), IntStream.range(0, 2001).mapToObj((i) -> added("/d/" + i)))
			.toList();
		IntStream.range(0, 2001).forEach((i) -> this.records.answers.put("/d/" + i, ""));
		this.places.files("id", this.look);
		assertThat(this.look.result().unseen())
			.containsExactly("the container changed more than 2000 files of its image");
	}

	/**
	 * Records that a test writes.
	 */
	private static final class Records implements EngineRecords {

		private final TreeMap<String, String> answers = new TreeMap<>();

		private final TreeMap<String, String> renamed = new TreeMap<>();

		private final TreeMap<String, String> replacing = new TreeMap<>();

		private List<FileChange> changes = List.of();

		Records() {
			this.answers.put("container", "{}");
			this.answers.put("image", "{}");
		}

		private void answer(String question, OutputStream target) {
			String answer = this.answers.get(question);
			if (answer == null) {
				throw new EngineException("refused " + question, null, null);
			}
			try {
				target.write(answer.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public ContainerRecord container(String container, OutputStream target) {
			answer("container", target);
			return new ContainerRecord("sha256:1", List.of());
		}

		@Override
		public void image(String image, OutputStream target) {
			answer("image", target);
		}

		@Override
		public void history(String image, OutputStream target) {
			answer("history", target);
		}

		@Override
		public void programs(String container, OutputStream target) {
			answer("programs", target);
		}

		@Override
		public List<FileChange> changes(String container) {
			return this.changes;
		}

		@Override
		public boolean files(String container, String path, OutputStream target) {
			if (this.renamed.containsKey(path)) {
				this.changes = List.of(added(this.renamed.get(path)));
				this.answers.putAll(this.replacing);
				return false;
			}
			answer(path, target);
			return true;
		}

		@Override
		public void close() {
		}

	}

}
