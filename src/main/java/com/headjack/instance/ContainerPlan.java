package com.headjack.instance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.Mount;
import com.headjack.engine.RuntimeOptions;
import com.headjack.gitconfig.ContainerFiles;
import com.headjack.host.HostUser;
import com.headjack.worktree.GitPath;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;

/**
 * Plans the container of a worktree: its user, program, variables, labels and mounts.
 */
final class ContainerPlan {

	/**
	 * Root prepares the container; sessions never run as root.
	 */
	private static final HostUser ROOT = new HostUser(0, 0);

	/**
	 * The name of the file in the output folder that is different after each start.
	 */
	static final String BOOT = "boot";

	/**
	 * The script that keeps the container running. First it writes a file that tells the
	 * host of a new start. The output folder belongs to the user, so the script follows
	 * no symbolic link in it. Then it gives the in-memory folder to the user, since not
	 * every engine can do that. At the first start, before any user's program, it then
	 * runs the script of a {@link ContainerBeginning} and reports its end. A file that
	 * only root can make tells the later starts apart.
	 */
	private static final String MAIN_PROGRAM = """
			boot=$1 user=$2 secrets=$3 report=$4 script=$5
			set -C
			rm -f "$boot" && cat /proc/sys/kernel/random/uuid >"$boot" && chown -h "$user" "$boot"
			chmod 0700 "$secrets" && chown "$user" "$secrets"
			if [ -n "$report" ] && (: >"/etc/${report##*/}") 2>/dev/null; then
				shift 5
				found=$(sh -c "$script" sh "$@" 2>/dev/null)
				printf '%s\\n%s\\n' "$?" "$found" >"$report.new" && chown -h "$user" "$report.new" && mv -f "$report.new" "$report"
			fi
			: >"$secrets/.ready"
			exec tail -f /dev/null""";

	private static final List<String> UNSIGNED = List.of("commit.gpgSign", "tag.gpgSign", "tag.forceSignAnnotated",
			"push.gpgSign");

	private final Repository repository;

	private final Worktree worktree;

	private final InstanceId id;

	ContainerPlan(Repository repository, Worktree worktree) {
		this.repository = repository;
		this.worktree = worktree;
		this.id = InstanceId.of(repository.id(), worktree.branch());
	}

	/**
	 * Plans a container that shares this machine's files.
	 */
	ContainerSpec spec(String image, RuntimeOptions options, InstanceFolder folder, List<GitPath> gitPaths,
			List<String> beginning) {
		return spec(image, options, labels(image, folder), mounts(gitPaths, folder), beginning);
	}

	/**
	 * Plans a container with a copy of the repository.
	 */
	ContainerSpec copied(String image, RuntimeOptions options, InstanceFolder folder, CopyVolumes volumes) {
		Map<String, String> labels = new HashMap<>(labels(image, folder));
		labels.put(Labels.WORKSPACE, Instance.COPIED);
		List<Mount> mounts = new ArrayList<>(volumes.mounts());
		mounts.add(new Mount.Memory(ContainerPaths.SECRETS));
		return spec(image, options, labels, mounts, List.of());
	}

	private ContainerSpec spec(String image, RuntimeOptions options, Map<String, String> labels, List<Mount> mounts,
			List<String> beginning) {
		HostUser user = HostUser.ownerOf(this.worktree.path());
		return new ContainerSpec("hjk-" + this.id, image, ROOT.toString(), ContainerPaths.WORKSPACE,
				mainProgram(user, beginning), environment(gitSettings()), labels, mounts, options);
	}

	private static List<String> mainProgram(HostUser user, List<String> beginning) {
		return Stream.concat(Stream.of("sh", "-c", MAIN_PROGRAM, "sh", ContainerPaths.OUT + "/" + BOOT, user.toString(),
				ContainerPaths.SECRETS), beginning.stream())
			.toList();
	}

	private Map<String, String> labels(String image, InstanceFolder folder) {
		return Map.of(Labels.ID, this.id.value(), Labels.REPOSITORY, this.repository.root().toString(),
				Labels.REPOSITORY_ID, this.repository.id(), Labels.BRANCH, this.worktree.branch().toString(),
				Labels.WORKTREE, this.worktree.path().toString(), Labels.IMAGE, image, Labels.FOLDER,
				folder.path().toString(), Labels.CREATED, Instant.now().toString());
	}

	private List<Mount> mounts(List<GitPath> gitPaths, InstanceFolder folder) {
		List<Mount> mounts = new ArrayList<>();
		for (GitPath git : gitPaths) {
			mounts.add(new Mount.Bind(git.source(), git.path().toString(), !git.writable()));
		}
		Path pointer = this.worktree.path().resolve(".git");
		mounts.add(new Mount.Bind(this.worktree.path(), ContainerPaths.WORKSPACE, false));
		mounts.add(new Mount.Bind(pointer, ContainerPaths.WORKSPACE + "/.git", true));
		mounts.add(new Mount.Bind(folder.out(), ContainerPaths.OUT, false));
		mounts.add(new Mount.Bind(folder.conversations(), ContainerPaths.CONVERSATIONS, false));
		mounts.add(new Mount.Bind(folder.git().path(), ContainerFiles.FOLDER, true));
		mounts.add(new Mount.Memory(ContainerPaths.SECRETS));
		return mounts;
	}

	/**
	 * Returns the settings of git that nothing in a container may change: no automatic
	 * clean-up, since it would write to read-only files, and no signing, since the keys
	 * stay on the host.
	 */
	private static Map<String, String> gitSettings() {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("gc.auto", "0");
		settings.put("maintenance.auto", "false");
		UNSIGNED.forEach((key) -> settings.put(key, "false"));
		return settings;
	}

	/**
	 * Returns git's settings as environment variables, which count more than all files.
	 * @see <a href="https://git-scm.com/docs/git-config#ENVIRONMENT">git-config</a>
	 */
	private static Map<String, String> environment(Map<String, String> gitSettings) {
		Map<String, String> variables = new LinkedHashMap<>();
		gitSettings.forEach((key, value) -> {
			int index = variables.size() / 2;
			variables.put("GIT_CONFIG_KEY_" + index, key);
			variables.put("GIT_CONFIG_VALUE_" + index, value);
		});
		variables.put("GIT_CONFIG_COUNT", String.valueOf(gitSettings.size()));
		return variables;
	}

}
