package com.headjack.instance;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The lock of an instance, and what it leaves behind.
 */
class InstanceFolderTests {

	@TempDir
	Path sessions;

	private InstanceFolder folder() {
		return new InstanceFolder(this.sessions.resolve("a"));
	}

	private static String fail() {
		throw new IllegalStateException("it fails");
	}

	@Test
	void lockedWhenItFailsAtFirstLeavesNothing() {
		assertThatIllegalStateException().isThrownBy(() -> folder().locked(InstanceFolderTests::fail));
		assertThat(folder().path()).doesNotExist();
		assertThat(folder().locked(() -> "done")).isEqualTo("done");
	}

	@Test
	void lockedWhenItFailsLaterKeepsWhatIsThere() {
		folder().locked(() -> "done");
		assertThatIllegalStateException().isThrownBy(() -> folder().locked(InstanceFolderTests::fail));
		assertThat(folder().out()).exists();
	}

	@Test
	void lockedWhenTheFolderGoesMeanwhileEnds() {
		folder().locked(() -> {
			folder().delete();
			return "gone";
		});
		assertThat(folder().path()).doesNotExist();
	}

}
