package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job for a user who is not root.
 */
class OrdinaryUserIntegrationTests {

	@TempDir
	Path folder;

	private OrdinaryUser user;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.user = OrdinaryUser.forTestsIn(this.folder);
		this.product = new Hjk(this.folder, World.RESIDENT_USER);
	}

	@AfterEach
	void removeInstances() {
		this.product.hjk("rm", "feat/x", "-f");
	}

	@Test
	void agentIsLoggedIn() throws IOException {
		SampleLogin login = SampleLogin.all().getFirst();
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.ask("feat/x", "a")).done();
		assertThat(this.product.log("feat/x", "a")).contains("\"loggedIn\": true", login.answer());
		assertThat(owners(this.product.home())).containsExactly(this.user.uid());
	}

	@Test
	void secretFilesAreTheUsersOwn() {
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.ask("feat/x", "a")).done();
		assertThat(this.product.log("feat/x", "a")).contains(login.answer());
		String look = "stat -L -c '%u %a' ~/.codex/auth.json && id -u && cd && touch file";
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", look).done())
			.isEqualTo("%1$s 600%n%1$s%n".formatted(this.user.uid()));
	}

	@Test
	void gitWorksInsideAndFilesAreTheUsersOwn() throws IOException {
		this.product.hjk("run", "feat/x").done();
		String work = "mkdir new && echo done >new/file && git add . && git commit -q -m Work && echo more >other";
		this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", work).done();
		assertThat(this.product.git("log", "--format=%an %s", "feat/x")).contains("Sample Work");
		assertThat(owners(this.product.home())).containsExactly(this.user.uid());
		assertThat(owners(this.product.repository())).containsExactly(this.user.uid());
		this.product.hjk("rm", "feat/x")
			.assertFailed(2, "has 1 uncommitted file and 1 unpushed commit", "hjk rm feat/x -f");
		this.product.hjk("stop", "feat/x").done();
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.hjk("rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.product.git("worktree", "list").lines()).hasSize(1);
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	@Test
	void theResidentProcessServesItsUser() throws IOException {
		Path runtime = Files.createDirectory(this.folder.resolve("run"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		this.user.own(runtime);
		this.product.with("XDG_RUNTIME_DIR", runtime.toString()).with("HJK_RESIDENT", "on");
		try {
			assertThat(this.product.hjk("resident", "restart").done()).isEqualTo("Started the resident process\n");
			for (int i = 0; i < 3; i++) {
				assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
			}
			assertThat(this.product.hjk("resident", "status", "-o", "json").done())
				.containsPattern("\"commands\" : [1-9]");
			assertNobodyCanReadItsMemory();
		}
		finally {
			this.product.hjk("resident", "stop");
		}
	}

	private void assertNobodyCanReadItsMemory() throws IOException {
		String status = this.product.hjk("resident", "status", "-o", "json").done();
		String process = "/proc/" + status.replaceAll("(?s).*\"pid\" : (\\d+).*", "$1");
		assertThat(Files.getAttribute(Path.of(process), "unix:uid")).isEqualTo(this.user.uid());
		for (String file : List.of("environ", "mem", "auxv")) {
			List<String> look = new ArrayList<>(this.user.words());
			look.addAll(List.of("head", "-c", "1", process + "/" + file));
			assertThat(this.product.command(look.toArray(new String[0])).errors()).as(file)
				.contains("Permission denied");
		}
	}

	private static Set<Integer> owners(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> !file.endsWith(".gitconfig"))
				.map(OrdinaryUserIntegrationTests::owner)
				.collect(Collectors.toSet());
		}
	}

	private static int owner(Path file) {
		try {
			return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
