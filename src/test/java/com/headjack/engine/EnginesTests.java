package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnginesTests {

	private static final Map<String, String> LABELS = Map.of("kind", "sample");

	private final InMemoryEngine local = new InMemoryEngine();

	private final FailingEngine big = new FailingEngine(new InMemoryEngine());

	private final FailingEngine small = new FailingEngine(new InMemoryEngine());

	private String usual = Engines.LOCAL;

	private final Engines engines = new Engines(() -> List.of("big", "small"), () -> this.usual, this::open);

	private final ContainerEngine routed = this.engines.routed();

	private ContainerEngine open(String name) {
		return switch (name) {
			case Engines.LOCAL -> this.local;
			case "big" -> this.big;
			case "small" -> this.small;
			default -> throw new EngineException("there is no engine \"%s\"".formatted(name), null, null);
		};
	}

	@AfterEach
	void close() {
		this.routed.close();
	}

	@Test
	void namesBeginWithTheLocalOne() {
		assertThat(this.engines.names()).containsExactly("local", "big", "small");
	}

	@Test
	void aContainerIsCreatedOnTheUsualEngineAndFoundThereAgain() {
		String here = running(this.routed, "here");
		this.usual = "big";
		String there = running(this.routed, "there");
		this.usual = "small";
		assertThat(Engines.nameOf(here)).isEqualTo("local");
		assertThat(Engines.nameOf(there)).isEqualTo("big");
		assertThat(this.local.list(LABELS)).extracting(ContainerState::id).containsExactly(here);
		assertThat(this.big.list(LABELS)).extracting(ContainerState::name).containsExactly("there");
		assertThat(echo(here)).isEqualTo("a\n");
		assertThat(echo(there)).isEqualTo("a\n");
		this.routed.stop(there, Duration.ZERO);
		assertThat(this.big.list(LABELS)).noneMatch(ContainerState::running);
		assertThat(this.local.list(LABELS)).allMatch(ContainerState::running);
		this.routed.remove(there);
		assertThat(this.big.list(LABELS)).isEmpty();
		assertThat(this.routed.list(LABELS)).extracting(ContainerState::id).containsExactly(here);
	}

	@Test
	void containersOfAllEnginesAreListedWithIdsThatReachThem() {
		List<String> ids = List.of(running(this.engines.named("big"), "same"),
				running(this.engines.named("small"), "same"), running(this.engines.named("local"), "same"));
		assertThat(this.routed.list(LABELS)).extracting(ContainerState::id).containsExactlyInAnyOrderElementsOf(ids);
		assertThat(this.engines.list(LABELS, List.of("small")).all()).extracting(ContainerState::id)
			.containsExactly(ids.get(1));
		assertThat(ids).extracting(this::echo).containsOnly("a\n");
	}

	@Test
	void anEngineThatDoesNotAnswerHidesNoOther() {
		String here = running(this.routed, "here");
		this.big.vanish();
		ContainerListing listing = this.engines.list(LABELS, this.engines.names());
		assertThat(listing.containers()).extracting(ContainerState::id).containsExactly(here);
		assertThat(listing.silent()).containsOnlyKeys("big");
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(listing::all);
	}

	@Test
	void allEnginesAreAskedAtOnce() {
		CountDownLatch asked = new CountDownLatch(2);
		Engines waiting = new Engines(() -> List.of("big"), () -> "big", (name) -> {
			asked.countDown();
			awaitOthers(asked);
			return open(name);
		});
		assertThat(waiting.list(LABELS, waiting.names()).silent()).isEmpty();
	}

	private static void awaitOthers(CountDownLatch asked) {
		try {
			asked.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void anEngineThatNobodyNamedIsTold() {
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> this.engines.named("other"))
			.withMessage("there is no engine \"other\"");
		assertThat(this.engines.list(LABELS, List.of("local", "other")).silent()).containsOnlyKeys("other");
	}

	private static String running(ContainerEngine engine, String name) {
		String id = engine.create(new ContainerSpec(name, InMemoryEngine.IMAGE, "0:0", "/",
				List.of("sleep", "infinity"), Map.of(), LABELS, List.of(), RuntimeOptions.none()));
		engine.start(id);
		return id;
	}

	private String echo(String container) {
		return this.routed.exec(container, ExecRequest.script("echo a", List.of())).output();
	}

}
