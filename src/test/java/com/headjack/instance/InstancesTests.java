package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.RuntimeOptions;
import com.headjack.failure.FailureKind;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Worktree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class InstancesTests {

	private InstanceSandbox sandbox;

	private Instances instances;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.instances = this.sandbox.instances;
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void ofGivesContainersAndWorktreesByBranch() {
		checkOut("c");
		container("b", Map.of(Labels.WORKTREE, checkOut("b").path().toString()));
		String running = container("a", Map.of(Labels.WORKTREE, checkOut("a").path().toString()));
		this.sandbox.memory.start(running);
		assertThat(this.instances.of(this.sandbox.repository))
			.extracting((instance) -> instance.branch() + " " + instance.status())
			.containsExactly("a running", "b stopped", "c missing");
	}

	@Test
	void ofGivesAnInstanceWithWorktreeAndContainerOnce() {
		Worktree worktree = checkOut("a");
		String id = container("a", Map.of(Labels.WORKTREE, worktree.path().toString()));
		assertThat(this.instances.of(this.sandbox.repository)).singleElement().satisfies((instance) -> {
			assertThat(instance.container()).isEqualTo(id);
			assertThat(instance.worktree()).isEqualTo(worktree.path());
			assertThat(instance.image()).isEqualTo("labelled:1");
			assertThat(instance.running()).isFalse();
		});
	}

	@Test
	void ofLeavesOutOtherRepositoriesAndAllDoesNot() {
		container("a", Map.of());
		container("b", Map.of(Labels.REPOSITORY_ID, "another-1"));
		assertThat(this.instances.of(this.sandbox.repository)).extracting(Instance::branch)
			.containsExactly(BranchName.of("a"));
		assertThat(this.instances.all()).extracting(Instance::branch)
			.containsExactly(BranchName.of("b"), BranchName.of("a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two..dots", "-dash", "a b", "line\nbreak" })
	void allLeavesOutAContainerWhoseBranchGitForbids(String branch) {
		container("a", Map.of());
		container("bad", Map.of(Labels.BRANCH, branch));
		assertThat(this.instances.all()).extracting(Instance::branch).containsExactly(BranchName.of("a"));
		assertThat(this.instances.of(this.sandbox.repository)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { Labels.BRANCH, Labels.REPOSITORY_ID, Labels.WORKTREE })
	void allLeavesOutAContainerWithoutALabel(String label) {
		Map<String, String> labels = labels("a", Map.of());
		labels.remove(label);
		create("unlabelled", labels);
		assertThat(this.instances.all()).isEmpty();
	}

	@Test
	void allWhenAContainerHasNoImageLabelTellsTheContainersImage() {
		Map<String, String> labels = labels("a", Map.of());
		labels.remove(Labels.IMAGE);
		create("imageless", labels);
		assertThat(this.instances.all()).extracting(Instance::image).containsExactly(InstanceSandbox.IMAGE);
	}

	@Test
	void outOfMemoryTellsAContainerThatStoppedForThatAlone() {
		String container = container("a", Map.of(Labels.WORKTREE, checkOut("a").path().toString()));
		this.sandbox.memory.start(container);
		assertThat(this.instances.outOfMemory(this.instances.all().getFirst())).isFalse();
		this.sandbox.memory.exhaust(container);
		Instance stopped = this.instances.all().getFirst();
		assertThat(this.instances.outOfMemory(stopped)).isTrue();
		this.sandbox.engine.vanish();
		assertThat(this.instances.outOfMemory(stopped)).isFalse();
	}

	@Test
	void ofTwoContainersOfAnInstanceTheOneThatRunsIsIts() {
		container("a", Map.of());
		String second = create("second", labels("a", Map.of()));
		this.sandbox.memory.start(second);
		assertThat(this.instances.all()).extracting(Instance::container).containsExactly(second);
	}

	@Test
	void ofTwoContainersThatAreStoppedTheOlderIsTheInstances() {
		String first = container("a", Map.of());
		create("second", labels("a", Map.of()));
		assertThat(this.instances.all()).extracting(Instance::container).containsExactly(first);
	}

	@Test
	void findTakesABranchOrAnId() {
		container("a", Map.of());
		String id = InstanceId.of(this.sandbox.repository.id(), BranchName.of("a")).value();
		assertThat(id).matches("[0-9a-f]{12}");
		assertThat(this.instances.find(this.sandbox.repository, "a")).isPresent();
		assertThat(this.instances.find(this.sandbox.repository, id)).isPresent();
		assertThat(this.instances.find(this.sandbox.repository, "b")).isEmpty();
	}

	@Test
	void findPrefersTheOwnNameToTheBranchThatIsCheckedOut() {
		Path a = checkedOut("a");
		Path b = checkedOut("b");
		this.sandbox.git.git(a, "switch", "--quiet", "-c", "c");
		assertThat(this.instances.find(this.sandbox.repository, "c")).map(Instance::worktree).contains(a);
		this.sandbox.git.git(b, "checkout", "--quiet", "--detach");
		this.sandbox.git.git(a, "switch", "--quiet", "b");
		assertThat(this.instances.find(this.sandbox.repository, "b")).map(Instance::worktree).contains(b);
		assertThat(this.instances.find(this.sandbox.repository, "b")).map(Instance::shownBranch).contains("b");
		assertThat(this.instances.find(this.sandbox.repository, "a")).map(Instance::shownBranch).contains("a (on b)");
	}

	private Path checkedOut(String branch) {
		checkOut(branch);
		return this.sandbox.worktrees.find(this.sandbox.repository, BranchName.of(branch)).orElseThrow().path();
	}

	@Test
	void getWhenThereIsNoneThrowsWithTheRemedy() {
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.instances.get(this.sandbox.repository, "feat/x"))
			.withMessage("no instance found for branch \"feat/x\"")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValue("this repository has no instances; 'hjk run BRANCH' creates one"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			feat/auht | did you mean feat/auth?
			fix       | there are instances for: a1, a2, a3, a4, a5 and 2 more, which 'hjk ps' lists
			""")
	void nearestIsASimilarNameOrSomeOfAll(String typed, String hint) {
		List.of("a1", "a2", "a3", "a4", "a5", "a6", "feat/auth").forEach(this::checkOut);
		assertThat(Instances.nearest(Instances.known(this.sandbox.worktrees, this.sandbox.repository), typed))
			.isEqualTo(hint);
	}

	@Test
	void knownAsksNoEngine() {
		checkOut("a");
		container("b", Map.of());
		assertThat(Instances.known(this.sandbox.worktrees, this.sandbox.repository))
			.extracting(Instance::branch, Instance::status)
			.containsExactly(tuple(BranchName.of("a"), InstanceStatus.MISSING));
		assertThat(this.sandbox.engine.calls()).isEmpty();
	}

	@Test
	void refreshTellsHowAnInstanceIsNow() {
		String id = container("a", Map.of());
		Instance before = this.instances.get(this.sandbox.repository, "a");
		this.sandbox.memory.start(id);
		assertThat(this.instances.refresh(before.id())).hasValueSatisfying((now) -> assertThat(now.running()).isTrue());
		this.sandbox.memory.stop(id, Duration.ZERO);
		assertThat(this.instances.refresh(before.id()))
			.hasValueSatisfying((now) -> assertThat(now.status()).isEqualTo(InstanceStatus.STOPPED));
		this.sandbox.memory.remove(id);
		assertThat(this.instances.refresh(before.id())).isEmpty();
	}

	@Test
	void keptWhenTheEngineRefusesThrows() {
		checkOut("a");
		this.sandbox.engine.failAt(Call.LIST, 1);
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.instances.kept(this.sandbox.repository, "a"));
	}

	@Test
	void keptWhenNoEngineAnswersTellsWhatTheHostKnows() {
		checkOut("a");
		this.sandbox.engine.vanish();
		assertThat(this.instances.kept(this.sandbox.repository, "a").status()).isEqualTo(InstanceStatus.MISSING);
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.instances.kept(this.sandbox.repository, "b"));
	}

	@ParameterizedTest
	@CsvSource({ "/former/ID,/former/ID", "/former/other,", "former/ID,", "/,", "''," })
	void folderIsThatOfTheLabelIfItIsTheInstances(String label, @Nullable String folder) {
		String id = InstanceId.of(this.sandbox.repository.id(), BranchName.of("a")).value();
		container("a", Map.of(Labels.FOLDER, label.replace("ID", id)));
		assertThat(this.instances.folder(this.instances.get(this.sandbox.repository, "a")).path()).isEqualTo(
				(folder != null) ? Path.of(folder.replace("ID", id)) : this.sandbox.paths.sessions().resolve(id));
	}

	@Test
	void folderIsNamedByTheInstance() {
		assertThat(this.instances.folder(new InstanceId("0123456789ab")).path())
			.isEqualTo(this.sandbox.paths.sessions().resolve("0123456789ab"));
	}

	@Test
	void madeFromTakesTheUsualTagAsGiven() {
		container("a", Map.of(Labels.IMAGE, "one:latest"));
		container("b", Map.of(Labels.IMAGE, "two"));
		List<Instance> all = this.instances.all();
		assertThat(all.getFirst().madeFrom("one")).isTrue();
		assertThat(all.getFirst().madeFrom("one:latest")).isTrue();
		assertThat(all.getFirst().madeFrom("one:1")).isFalse();
		assertThat(all.getLast().madeFrom("two:latest")).isTrue();
	}

	private Worktree checkOut(String branch) {
		return this.sandbox.worktrees.create(this.sandbox.repository, BranchName.of(branch)).worktree();
	}

	private String container(String branch, Map<String, String> labels) {
		return create(branch, labels(branch, labels));
	}

	private String create(String name, Map<String, String> labels) {
		return this.sandbox.memory.create(new ContainerSpec(name, InstanceSandbox.IMAGE, "0:0", "/",
				List.of("sleep", "infinity"), Map.of(), labels, List.of(), RuntimeOptions.none()));
	}

	private Map<String, String> labels(String branch, Map<String, String> others) {
		String repository = Objects.requireNonNullElse(others.get(Labels.REPOSITORY_ID), this.sandbox.repository.id());
		Map<String, String> labels = new HashMap<>(Map.of(Labels.ID,
				InstanceId.of(repository, BranchName.of(branch)).value(), Labels.REPOSITORY_ID, repository,
				Labels.BRANCH, branch, Labels.WORKTREE, "/no/such/worktree", Labels.IMAGE, "labelled:1"));
		labels.putAll(others);
		return labels;
	}

}
