package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Decides where a branch comes from.
 */
final class BranchLookup {

	private static final String REMOTES = "refs/remotes/";

	private static final String HEADS = "refs/heads/";

	private final Git git;

	BranchLookup(Git git) {
		this.git = git;
	}

	/**
	 * Decides as git does: the branch itself, else the only remote that has it, else the
	 * commit that is checked out.
	 * @param repository the repository
	 * @param branch the branch
	 * @param directory the folder whose checked-out commit a new branch starts at
	 * @return where the branch comes from
	 */
	BranchOrigin find(Repository repository, BranchName branch, Path directory) {
		List<String> references = references(repository, branch);
		if (references.contains(branch.reference())) {
			return new BranchOrigin.Local();
		}
		refuseReference(branch, references);
		refuseConflict(branch, references);
		refuseOtherCase(repository, branch);
		return remote(repository, branch, references).orElseGet(() -> head(directory));
	}

	private List<String> references(Repository repository, BranchName branch) {
		List<String> patterns = new ArrayList<>(
				List.of("refs/remotes/*/" + branch, REMOTES + branch, branch.reference()));
		patterns.addAll(parents(branch));
		return this.git.run(repository, new ReferenceCommand.ListReferences(patterns)).require().lines().toList();
	}

	private static List<String> parents(BranchName branch) {
		List<String> parents = new ArrayList<>();
		String name = branch.value();
		for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
			parents.add("refs/heads/" + name.substring(0, slash));
		}
		return parents;
	}

	/**
	 * Refuses a name by which git already knows something else: it would take the new
	 * branch for that from then on.
	 */
	private static void refuseReference(BranchName branch, List<String> references) {
		String name = branch.value();
		boolean remote = references.contains(REMOTES + name);
		if (remote || name.startsWith(HEADS)) {
			String meant = remote ? name.substring(name.indexOf('/') + 1) : name.substring(HEADS.length());
			throw new HeadjackException(FailureKind.MISUSED,
					"\"" + name + "\" is " + (remote ? "a branch of a remote" : "a reference"),
					"name the branch alone: " + meant);
		}
	}

	/**
	 * Refuses a branch whose file another one has, on a file system that does not tell
	 * cases apart.
	 */
	private void refuseOtherCase(Repository repository, BranchName branch) {
		if (!Files.exists(repository.commonDirectory().resolve("head"))) {
			return;
		}
		this.git.run(repository, new ReferenceCommand.ListReferences(List.of("refs/heads/")))
			.require()
			.lines()
			.filter((reference) -> reference.equalsIgnoreCase(branch.reference()))
			.findFirst()
			.ifPresent((reference) -> {
				throw new HeadjackException(FailureKind.FAILED,
						"cannot create branch \"" + branch + "\" beside branch \"" + shortened(reference) + "\"",
						"this file system does not distinguish the two names: use the other, or choose a third");
			});
	}

	private static void refuseConflict(BranchName branch, List<String> references) {
		List<String> parents = parents(branch);
		references.stream()
			.filter((reference) -> parents.contains(reference) || reference.startsWith(branch.reference() + "/"))
			.findFirst()
			.ifPresent((reference) -> {
				throw new HeadjackException(FailureKind.FAILED,
						"cannot create branch \"" + branch + "\" beside branch \"" + shortened(reference) + "\"",
						"git keeps branches like files in folders: choose a name that is not a folder of another");
			});
	}

	private Optional<BranchOrigin> remote(Repository repository, BranchName branch, List<String> references) {
		List<String> remotes = references.stream()
			.filter((reference) -> reference.startsWith(REMOTES) && reference.endsWith("/" + branch))
			.map((reference) -> reference.substring(REMOTES.length(), reference.length() - branch.value().length() - 1))
			.filter((remote) -> !remote.contains("/"))
			.toList();
		String remote = (remotes.size() > 1) ? chosen(repository, branch, remotes) : String.join("", remotes);
		return remotes.isEmpty() ? Optional.empty()
				: Optional.of(new BranchOrigin.Remote(REMOTES + remote + "/" + branch));
	}

	private String chosen(Repository repository, BranchName branch, List<String> remotes) {
		String chosen = this.git.run(repository, new ConfigurationCommand.ShowDefaultRemote()).output().strip();
		if (!remotes.contains(chosen)) {
			throw new HeadjackException(FailureKind.FAILED,
					"branch \"" + branch + "\" is on " + remotes.size() + " remotes: " + String.join(", ", remotes),
					"choose one with 'git branch --track " + branch + " " + remotes.getFirst() + "/" + branch
							+ "', or with 'git config checkout.defaultRemote " + remotes.getFirst() + "'");
		}
		return chosen;
	}

	private BranchOrigin head(Path directory) {
		String commit = this.git.run(directory, new ReferenceCommand.ResolveHead()).output().strip();
		if (commit.isEmpty()) {
			throw new HeadjackException(FailureKind.FAILED, "the repository has no commit to begin a branch with",
					"make one first, such as with 'git commit --allow-empty -m start'");
		}
		return new BranchOrigin.Commit(commit);
	}

	private static String shortened(String reference) {
		return reference.substring("refs/heads/".length());
	}

}
