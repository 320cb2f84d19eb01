package com.headjack.work;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.instance.Instance;
import com.headjack.session.SessionName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agent's conversations outlive its container, and go with its instance.
 */
class ConversationTests {

	private static final String TALK = "cat ~/.codex/sessions/2026/talk ~/.codex/history.jsonl";

	@TempDir
	Path folder;

	private Workshop shop;

	@BeforeEach
	void open() throws IOException {
		this.shop = new Workshop(this.folder);
		this.shop.login();
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	private Instance begin() {
		return this.shop.work.begin(this.shop.assignment(Workshop.CODEX), this.shop.log).instance();
	}

	private Instance again(Instance instance, String session) {
		return this.shop.work.goOn(instance, Workshop.CODEX, SessionName.of(session), this.shop.log).instance();
	}

	private Instance recreated() {
		this.shop.end.recreate(this.shop.repository, this.shop.now().orElseThrow(), null, (_) -> true, this.shop.log);
		return this.shop.now().orElseThrow();
	}

	@Test
	void recreateKeepsWhatAnAgentSaid() throws IOException {
		Instance instance = begin();
		this.shop.inside(instance,
				"mkdir ~/.codex/sessions/2026; echo said >~/.codex/sessions/2026/talk; echo done >>~/.codex/history.jsonl");
		assertThat(this.shop.inside(again(recreated(), "b"), TALK)).isEqualTo("said\ndone\n");
		assertThat(this.shop.inside(again(recreated(), "c"), TALK)).isEqualTo("said\ndone\n");
		this.shop.end.removeWithUnsavedWork(this.shop.repository, this.shop.now().orElseThrow(), this.shop.log);
		assertThat(this.shop.anythingKept()).isFalse();
	}

	@Test
	void theLoginIsNotKept() {
		Instance instance = begin();
		Path kept = this.shop.instances.folder(instance.id()).conversations();
		assertThat(kept.resolve(".codex/sessions")).isDirectory();
		assertThat(kept.resolve(".codex/auth.json")).doesNotExist();
		assertThat(this.shop.inside(instance, "cat ~/.codex/auth.json")).contains("CANARY");
	}

	@Test
	void whatWasSaidBeforeIsMovedAndWhatTheUserLinkedStays() {
		Instance instance = this.shop.open();
		this.shop.inside(instance, """
				mkdir -p ~/.codex/sessions/2026 ~/mine && echo said >~/.codex/sessions/2026/talk
				echo done >~/.codex/history.jsonl; ln -s ~/mine ~/.codex/archived_sessions""");
		again(instance, "b");
		this.shop.inside(instance, "echo own >~/.codex/archived_sessions/own");
		Instance recreated = again(recreated(), "c");
		assertThat(this.shop.inside(recreated, TALK)).isEqualTo("said\ndone\n");
		assertThat(this.shop.inside(recreated, "ls ~/.codex/archived_sessions")).isEmpty();
	}

}
