package com.headjack.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Engines;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.workspace.TestWorkspaces;
import com.headjack.worktree.Worktrees;

/**
 * Instances for tests of other packages.
 */
public final class TestInstances {

	private TestInstances() {
	}

	public static Instances of(ContainerEngine engine, Worktrees worktrees, HostPaths paths) {
		return new Instances(Engines.of(engine), worktrees, paths);
	}

	/**
	 * What makes and ends instances, as the product does.
	 * @param image the image where none is named
	 */
	public static InstanceLifecycle lifecycle(Instances instances, Worktrees worktrees, ContainerEngine engine,
			String image, List<BeforeEnd> beforeEnds) {
		return new InstanceLifecycle(instances, worktrees,
				new EngineContainers(Engines.of(engine),
						(one) -> new InstanceContainers(instances, worktrees, one,
								new ContainerPreparation(one, script("prepare.sh"), script("git.sh")),
								new ContainerGit(worktrees, one, script("git.sh")),
								new CopiedWork(worktrees, TestWorkspaces.of(one, worktrees)),
								new ContainerSettings(image, RuntimeOptions.none()), beforeEnds)));
	}

	private static String script(String name) {
		try (InputStream script = TestInstances.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
