package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.headjack.audit.Inspection;
import com.headjack.audit.Trace;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.shell.terminal.Output;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;

class AuditReportTests {

	private static final Instance APP = instance("cee1cb678e2e", "/home/ada/app");

	private static final Instance SHOP = instance("dee1cb678e2e", "/home/ada/shop");

	private final ByteArrayOutputStream results = new ByteArrayOutputStream();

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private final Output output = Output.of(this.results, this.messages);

	private final AuditReport report = new AuditReport(this.output,
			(inspection, _) -> inspection.place().equals("session logs"));

	private static Instance instance(String id, String repository) {
		Path root = Path.of(repository);
		return new Instance(new InstanceId(id), BranchName.of("feat/x"), root.getFileName() + "-0123", root, root,
				InstanceStatus.RUNNING, "container", "image", Instant.EPOCH, null, null, false);
	}

	private static Inspection inspection(String place, @Nullable Instance instance, Trace... traces) {
		return new Inspection(place, (instance != null) ? "feat/x" : "", instance, List.of(traces), List.of(), 7);
	}

	private String print(List<Instance> instances, Inspection... inspections) {
		this.report.addAll(List.of(inspections));
		RepositoryNames names = RepositoryNames.of(instances);
		this.report.print(names);
		this.report.advise(names, Optional.of("hjk audit --clean"), Map.of("codex work", "codex --account work"));
		return results();
	}

	private String results() {
		this.output.flush();
		return this.results.toString(StandardCharsets.UTF_8);
	}

	private String messages() {
		return this.messages.toString(StandardCharsets.UTF_8);
	}

	@Test
	void printOfOneRepositoryDoesNotNameIt() {
		assertThat(print(List.of(APP), inspection("shell histories", null), inspection("worktree", APP))).isEqualTo("""
				PLACE             OF       RESULT
				shell histories   -        clean
				worktree          feat/x   clean
				""");
		assertThat(messages()).isEmpty();
		assertThat(this.report.code()).isZero();
	}

	@Test
	void printOfSeveralRepositoriesNamesEachAlsoWhereSomethingWasFound() {
		assertThat(print(List.of(APP, SHOP), inspection("shell histories", null),
				inspection("writable layer", APP, new Trace("/root/a", "claude")), inspection("writable layer", SHOP)))
			.isEqualTo("""
					PLACE             REPOSITORY   OF       RESULT
					shell histories   -            -        clean
					writable layer    app          feat/x   found (1)
					writable layer    shop         feat/x   clean
					found: the login of claude in /root/a (writable layer, app feat/x)
					""");
		assertThat(this.report.code()).isEqualTo(1);
	}

	@Test
	void adviseSaysHowToCleanWhatHjkMadeAndToRenewTheLogin() {
		print(List.of(APP), inspection("session logs", APP, new Trace("/out/a.log", "codex work")));
		assertThat(messages()).isEqualTo("""
				hint: 'hjk audit --clean' takes them out of the logs and other files that hjk made
				hint: if others may have seen a login, revoke it at its vendor and store a new one: \
				'hjk auth codex --account work'
				""");
	}

	@Test
	void adviseLeavesTheOtherPlacesToTheUser() {
		print(List.of(APP), inspection("worktree", APP, new Trace("/a", "gone"), new Trace("/b", "codex work")));
		assertThat(messages()).isEqualTo("""
				hint: hjk changes only what it made: remove them from the other places yourself
				hint: if others may have seen a login, revoke it at its vendor and store a new one: \
				'hjk auth codex --account work', 'hjk auth gone'
				""");
	}

	@Test
	void adviseWhereSomethingCouldNotBeLookedAtSaysWhatToDo() {
		this.report.unseen("secret store", "it is locked", Optional.of("open it"));
		assertThat(print(List.of())).contains("secret store   -    could not look");
		assertThat(messages()).isEqualTo("""
				warning: could not look: it is locked
				hint: open it
				""");
		assertThat(this.report.code()).isEqualTo(4);
	}

	@Test
	void jsonAlwaysHasTheRepository() {
		this.report.addAll(List.of(inspection("shell histories", null), inspection("worktree", APP)));
		this.report.json();
		assertThat(results()).contains("\"repository\" : null")
			.contains("\"repository\" : \"app-0123\"")
			.doesNotContain("instance");
	}

}
