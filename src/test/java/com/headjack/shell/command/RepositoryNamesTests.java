package com.headjack.shell.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryNamesTests {

	private static Instance instance(String repositoryId, @Nullable String repository) {
		return new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), repositoryId,
				(repository != null) ? Path.of(repository) : null, Path.of("/worktree"), InstanceStatus.RUNNING,
				"container", "image", Instant.EPOCH, null, null, false);
	}

	@Test
	void severalIsWhereThereAreTwo() {
		Instance app = instance("app-1", "/a/app");
		assertThat(RepositoryNames.of(List.of()).several()).isFalse();
		assertThat(RepositoryNames.of(List.of(app, app)).several()).isFalse();
		assertThat(RepositoryNames.of(List.of(app, instance("shop-1", "/a/shop"))).several()).isTrue();
	}

	@Test
	void ofIsTheNameAndThePathWhereTwoHaveTheSame() {
		Instance app = instance("app-1", "/a/app");
		Instance other = instance("app-2", "/b/app");
		Instance bare = instance("app-3", "/c/app.git");
		Instance shop = instance("shop-1", "/a/shop");
		Instance unknown = instance("gone-1", null);
		RepositoryNames names = RepositoryNames.of(List.of(app, other, bare, shop, unknown, app));
		assertThat(List.of(app, other, bare, shop, unknown)).extracting(names::of)
			.containsExactly("/a/app", "/b/app", "/c/app.git", "shop", "gone-1");
	}

}
