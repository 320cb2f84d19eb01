package com.headjack.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.InMemoryEngine;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.OperatingSystem;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.instance.TestInstances;
import com.headjack.process.ProcessRunner;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Worktrees;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	@TempDir
	Path folder;

	private final SecretSearch search = SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET))));

	private Audit audit() {
		return audit(new SilentRecords());
	}

	private Audit audit(EngineRecords records) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder,
				Map.of("PATH", System.getenv("PATH")), Set.of());
		HostPaths paths = paths();
		Worktrees worktrees = new Worktrees(ProcessRunner.ofSystem(host), paths.worktrees());
		return new Audit(host, paths, TestInstances.of(new InMemoryEngine(), worktrees, paths), worktrees, records);
	}

	private HostPaths paths() {
		return new HostPaths(this.folder.resolve("config"), this.folder.resolve("git"), this.folder.resolve("sessions"),
				this.folder.resolve("state/history"));
	}

	private Instance instance(@Nullable String container) {
		return new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), "repository", this.folder,
				this.folder.resolve("git/repository/feat~x"), InstanceStatus.RUNNING, container,
				(container != null) ? "image" : null, Instant.EPOCH, null, null, false);
	}

	private Path write(String file) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.resolveSibling("."));
		return Files.writeString(path, SECRET);
	}

	@Test
	void inspectLooksAtEachPlaceOfEachInstance() throws IOException {
		write("git/repository/feat~x/.env");
		write("sessions/cee1cb678e2e/out/a.log");
		assertThat(this.audit().inspect(this.search, List.of(instance("id")), false))
			.extracting((inspection) -> inspection.place() + " " + inspection.subject() + " " + inspection.outcome())
			.containsExactly("processes on the host  clean", "shell histories  clean", "hjk's own files  clean",
					"image image clean", "image history image clean", "session logs feat/x found",
					"worktree feat/x found", "new git objects feat/x unseen", "container feat/x clean",
					"writable layer feat/x clean", "programs inside feat/x clean");
	}

	@Test
	void inspectMissesNoObjectsOfAnInstanceThatWasRemovedMeanwhile() {
		SilentRecords gone = new SilentRecords() {

			@Override
			public ContainerRecord container(String container, OutputStream target) {
				throw new ContainerNotRunningException("gone", null, null);
			}

		};
		SilentRecords silent = new SilentRecords() {

			@Override
			public ContainerRecord container(String container, OutputStream target) {
				throw new EngineException("broken", null, null);
			}

		};
		assertThat(objects(gone, "id")).isEqualTo("clean");
		assertThat(objects(new SilentRecords(), null)).isEqualTo("clean");
		assertThat(objects(silent, "id")).isEqualTo("unseen");
	}

	private String objects(EngineRecords records, @Nullable String container) {
		return audit(records).inspect(this.search, List.of(instance(container)), false)
			.filter((inspection) -> inspection.place().equals("new git objects"))
			.findFirst()
			.orElseThrow()
			.outcome();
	}

	@Test
	void inspectLooksIntoTheVolumesOfACopy() {
		Instance copied = new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), "repository",
				this.folder, this.folder.resolve("git/repository/feat~x"), InstanceStatus.STOPPED, "id", "image",
				Instant.EPOCH, null, null, true);
		assertThat(this.audit().inspect(this.search, List.of(copied), false))
			.anyMatch((inspection) -> inspection.place().equals("volumes") && inspection.outcome().equals("clean"));
	}

	@Test
	void inspectLeavesOutTheStoreAndWhatIsOfOthers() throws IOException {
		write("config/keyring/claude-credential");
		write("sessions/former/out/a.log");
		Path record = write("sessions/cee1cb678e2e/a.json");
		assertThat(own(false)).containsExactly(new Trace(record.toString(), "claude"));
		assertThat(own(true)).hasSize(2);
	}

	private List<Trace> own(boolean all) {
		return audit().inspect(this.search, List.of(instance(null)), all)
			.filter((inspection) -> inspection.place().equals("hjk's own files"))
			.flatMap((inspection) -> inspection.traces().stream())
			.toList();
	}

	@Test
	void inspectTellsTheInstanceOfEachPlaceThatIsOfOne() {
		Instance instance = instance("id");
		assertThat(audit().inspect(this.search, List.of(instance), false))
			.allSatisfy((inspection) -> assertThat(inspection.instance())
				.isEqualTo(inspection.subject().equals("feat/x") ? instance : null));
	}

	@Test
	void inspectTellsImagesOfTheSameNameApart() {
		SilentRecords records = new SilentRecords() {

			@Override
			public ContainerRecord container(String container, OutputStream target) {
				return new ContainerRecord("sha256:" + container, List.of());
			}

		};
		assertThat(audit(records).inspect(this.search,
				List.of(instance("0123456789abcdef"), instance("fedcba9876543210")), false))
			.filteredOn((inspection) -> inspection.place().equals("image"))
			.extracting(Inspection::subject)
			.containsExactly("image (0123456789ab)", "image (fedcba987654)");
	}

	@Test
	void cleansWhatCleanReaches() throws IOException {
		write("sessions/cee1cb678e2e/out/a.log");
		write("sessions/cee1cb678e2e/out/a.exit");
		write("git/repository/feat~x/a.log");
		write("state/history");
		Audit audit = audit();
		assertThat(audit.inspect(this.search, List.of(instance(null)), true)
			.flatMap((inspection) -> inspection.traces()
				.stream()
				.filter((trace) -> audit.cleans(inspection, trace))
				.map(Trace::where)))
			.containsExactly(this.folder.resolve("state/history").toString(),
					this.folder.resolve("sessions/cee1cb678e2e/out/a.log").toString());
	}

	@Test
	void cleanTellsWhatItChanged() throws IOException {
		Path log = write("sessions/cee1cb678e2e/out/a.log");
		Path history = write("state/history");
		List<String> told = new ArrayList<>();
		audit().clean(this.search, List.of(instance(null)), told::add);
		assertThat(told).containsExactly("cleaned: " + log, "removed: " + history);
		assertThat(log).hasContent("*".repeat(SECRET.length()));
	}

}
