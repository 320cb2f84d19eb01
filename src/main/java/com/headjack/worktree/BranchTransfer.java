package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.UntrustedFile;
import com.headjack.process.CommandResult;
import com.headjack.text.ShellWord;

/**
 * Carries a worktree's branch to a copy of its repository, and the copy's work back. What
 * comes back is not trusted: its objects are checked, no hook runs, no submodule is
 * followed, and of this repository's branches only the worktree's own one moves, forward.
 */
public final class BranchTransfer {

	private static final String HEADS = "refs/heads/";

	private static final String OWN = "refs/headjack/";

	private static final int TAGS = 1000;

	private static final int LARGEST = 16 * 1024 * 1024;

	/**
	 * Files that only the copy has the content of stay what they are in the commit, and
	 * submodules stay as they are.
	 */
	private static final Map<String, String> WITHOUT_DOWNLOAD = Map.of("lfs.fetchexclude", "*", "submodule.recurse",
			"false");

	private final Git git;

	private final Worktree worktree;

	private final Repository repository;

	private final BranchName branch;

	BranchTransfer(Git git, Worktree worktree) {
		this.git = git;
		this.worktree = worktree;
		this.repository = worktree.repository();
		this.branch = worktree.branch();
	}

	/**
	 * Returns the hash function that a copy needs.
	 * @return its name, such as {@code sha1}
	 */
	public String format() {
		return this.git.run(this.repository, new TransferCommand.ShowFormat()).require().strip();
	}

	/**
	 * Returns the commits at which the history ends, although they have parents.
	 * @return their ids; none if the history is complete
	 */
	public List<String> shallow() {
		return new UntrustedFile(this.repository.commonDirectory().resolve("shallow"), LARGEST).text()
			.map((text) -> text.lines().toList())
			.orElse(List.of());
	}

	/**
	 * Writes what a copy lacks: the branch, the one that is checked out in the main
	 * working tree, and the tags in the branch's history.
	 * @param present the objects that the copy says it has
	 * @param bundle the file to write
	 * @return whether it lacks anything
	 */
	public boolean pack(Collection<String> present, Path bundle) {
		Map<String, String> wanted = tips();
		wanted.values().removeIf(present::contains);
		if (wanted.isEmpty()) {
			return false;
		}
		new SharedFiles(this.repository).requireReadable();
		this.git.run(this.repository, new TransferCommand.CreateBundle(bundle, List.copyOf(wanted.keySet()), present))
			.require();
		return true;
	}

	/**
	 * Writes the files of the worktree that are not committed, as a commit that is on no
	 * branch here.
	 * @param present the objects that the copy says it has
	 * @param bundle the file to write
	 * @return whether there are any; the file is empty if the copy has the commit
	 */
	public boolean packUncommitted(Collection<String> present, Path bundle) {
		Optional<String> made = snapshot().make();
		made.ifPresent((id) -> {
			set(sent(), id);
			if (!present.contains(id)) {
				this.git.run(this.repository, new TransferCommand.CreateBundle(bundle, List.of(sent()), present))
					.require();
			}
		});
		return made.isPresent();
	}

	private WorkSnapshot snapshot() {
		return new WorkSnapshot(this.git, this.worktree, false);
	}

	/**
	 * The reference to the uncommitted work that a copy was given last.
	 */
	private String sent() {
		return OWN + "sent/" + this.branch;
	}

	private Map<String, String> tips() {
		List<String> branches = new ArrayList<>(List.of(this.branch.reference()));
		String main = this.git.run(this.repository, new ReferenceCommand.ShowHeadBranch()).output().strip();
		Optional.of(main).filter((reference) -> reference.startsWith(HEADS)).ifPresent(branches::add);
		Map<String, String> tips = new LinkedHashMap<>();
		Stream.of(new TransferCommand.ListObjects(branches), new TransferCommand.ListTags(this.branch, TAGS))
			.flatMap((command) -> this.git.run(this.repository, command).require().lines())
			.map((line) -> line.split(" ", 2))
			.forEach((words) -> tips.put(words[1], words[0]));
		return tips;
	}

	/**
	 * Returns what of a copy's work is here already.
	 * @return the ids of commits
	 */
	public List<String> known() {
		List<String> references = List.of(this.branch.reference(), OWN + this.branch, OWN + "*/" + this.branch,
				OWN + "*/" + this.branch + "/**");
		return this.git.run(this.repository, new TransferCommand.ListObjects(references))
			.require()
			.lines()
			.map((line) -> line.split(" ", 2)[0])
			.distinct()
			.toList();
	}

	/**
	 * Takes a copy's objects in. Nothing refers to them yet.
	 * @param pack a file with a pack
	 * @throws HeadjackException if git does not accept them
	 */
	public void takeIn(Path pack) {
		CommandResult result = this.git.run(this.repository, new TransferCommand.TakeIn(pack));
		if (!result.succeeded()) {
			throw new HeadjackException(FailureKind.FAILED,
					"git does not accept the objects from the container: " + lastLine(result.errors()), remedy());
		}
	}

	/**
	 * Lets the branch and other references name what has come back.
	 * @param tips the commits
	 * @return what is new
	 * @throws HeadjackException if one of them is not whole
	 */
	public Returned apply(List<TransferTip> tips) {
		tips.forEach((tip) -> require(tip.id()));
		Returned returned = tips.stream()
			.filter((tip) -> tip.kind() == TransferTip.Kind.HEADS && tip.name().equals(this.branch.value()))
			.findFirst()
			.map((tip) -> advance(tip.id()))
			.orElse(Returned.NOTHING);
		List<Returned.Reference> references = tips.stream()
			.flatMap((tip) -> reference(tip).stream().filter((reference) -> set(reference.name(), tip.id())))
			.toList();
		return new Returned(returned.commits(), returned.aside(), references, List.of());
	}

	private void require(String id) {
		if (!this.git.run(this.repository, new TransferCommand.CheckCommit(id)).succeeded()) {
			throw new HeadjackException(FailureKind.FAILED, "the container's commit %s is not whole".formatted(id),
					remedy());
		}
	}

	/**
	 * Returns where work that is not the branch's own goes, or empty if a branch here
	 * holds it already.
	 */
	private Optional<Returned.Reference> reference(TransferTip tip) {
		String place = switch (tip.kind()) {
			case HEADS -> OWN + "branches/" + this.branch + "/" + flat(tip.name());
			case STASH -> OWN + "stash/" + this.branch + "/" + tip.name();
			case UNCOMMITTED -> OWN + "uncommitted/" + this.branch;
			case DETACHED -> OWN + "detached/" + this.branch;
		};
		boolean here = tip.kind() == TransferTip.Kind.HEADS
				&& (tip.name().equals(this.branch.value()) || isIn(tip.id(), HEADS + tip.name()));
		return here ? Optional.empty() : Optional
			.of(new Returned.Reference(place, tip.kind(), (tip.kind() == TransferTip.Kind.HEADS) ? tip.name() : ""));
	}

	/**
	 * Makes one component of a branch's name, since there can be {@code a} at one time
	 * and {@code a/b} at another.
	 */
	private static String flat(String name) {
		return name.replace("%", "%25").replace("/", "%2F");
	}

	private boolean isIn(String earlier, String later) {
		return this.git.run(this.repository, new TransferCommand.IsAncestor(earlier, later)).succeeded();
	}

	private boolean set(String reference, String id) {
		if (id(reference).filter(id::equals).isPresent()) {
			return false;
		}
		this.git.run(this.repository, new TransferCommand.SetReference(reference, id)).require();
		return true;
	}

	private Optional<String> id(String reference) {
		return this.git.run(this.repository, new TransferCommand.ListObjects(List.of(reference)))
			.require()
			.lines()
			.map((line) -> line.split(" ", 2))
			.filter((words) -> words[1].equals(reference))
			.map((words) -> words[0])
			.findFirst();
	}

	private Returned advance(String id) {
		String before = id(this.branch.reference()).orElse("");
		if (!before.isEmpty() && isIn(id, before)) {
			return Returned.NOTHING;
		}
		String aside = OWN + this.branch;
		set(aside, id);
		Optional<String> obstacle = (before.isEmpty() || isIn(before, id)) ? moved(before, id, aside)
				: Optional.of("the branch has other commits here");
		if (obstacle.isPresent()) {
			return new Returned(0, Optional.of(new Returned.Aside(aside, obstacle.get())), List.of(), List.of());
		}
		this.git.run(this.repository, new TransferCommand.DeleteReference(aside)).require();
		return new Returned(before.isEmpty() ? 1 : count(before, id), Optional.empty(), List.of(), List.of());
	}

	private int count(String before, String after) {
		return Integer
			.parseInt(this.git.run(this.repository, new TransferCommand.CountCommits(before, after)).require().strip());
	}

	/**
	 * Moves the branch forward, with its files where it is checked out. What the copy was
	 * given of uncommitted files is in the copy, so that it is in nobody's way here.
	 * @return why it was not moved, or empty
	 */
	private Optional<String> moved(String before, String id, String reference) {
		Optional<String> excess = before.isEmpty() ? Optional.empty()
				: new NewFiles(this.git, this.repository).obstacle(before, id);
		return excess.isPresent() ? excess : moved(id, reference);
	}

	private Optional<String> moved(String id, String reference) {
		if (this.worktree.checkedOut().filter(this.branch::equals).isEmpty()) {
			return obstacle(this.git.run(this.repository, new TransferCommand.MoveBranch(reference, this.branch)));
		}
		Optional<String> reverted = id(sent()).filter(snapshot()::revert);
		Optional<String> obstacle = forwarded(id);
		if (obstacle.isPresent()) {
			reverted.ifPresent(snapshot()::apply);
		}
		return obstacle;
	}

	private Optional<String> forwarded(String id) {
		if (!this.git.run(this.worktree, new TransferCommand.ListChanged()).require().isEmpty()) {
			return Optional.of("its worktree has changes of its own: " + this.worktree.path());
		}
		return obstacle(this.git.with(WITHOUT_DOWNLOAD).run(this.worktree, new TransferCommand.FastForward(id)));
	}

	private static Optional<String> obstacle(CommandResult result) {
		return result.succeeded() ? Optional.empty() : Optional.of("git says: " + lastLine(result.errors()));
	}

	private String remedy() {
		return "look at the repository in the container: 'hjk exec %s --no-mux -- git fsck'"
			.formatted(ShellWord.quoted(this.branch.value()));
	}

	private static String lastLine(String text) {
		String lines = text.strip();
		return lines.substring(lines.lastIndexOf('\n') + 1);
	}

}
