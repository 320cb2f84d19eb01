package com.headjack.doctor;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineException;
import com.headjack.engine.Engines;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.InMemoryEngine;

import static org.assertj.core.api.Assertions.assertThat;

class EnginesCheckTests {

	private final FailingEngine local = new FailingEngine(new InMemoryEngine());

	private final FailingEngine big = new FailingEngine(new InMemoryEngine());

	private String usual = Engines.LOCAL;

	private ContainerEngine open(String name) {
		return switch (name) {
			case Engines.LOCAL -> this.local;
			case "big" -> this.big;
			default -> throw new EngineException("no address", "write one", null);
		};
	}

	private List<String> findings() {
		Engines engines = new Engines(() -> List.of("big", "odd"), () -> this.usual, this::open);
		return new EnginesCheck(engines, (engine) -> new EngineCheck(engine, (_) -> List.of())).run()
			.stream()
			.map((finding) -> finding.name() + " " + finding.outcome())
			.toList();
	}

	@Test
	void eachEngineIsCheckedWhateverIsWrongWithOthers() {
		assertThat(findings()).containsExactly("engine ok", "engine big ok", "engine odd warning");
		this.big.vanish();
		assertThat(findings()).containsExactly("engine ok", "engine big warning", "engine odd warning");
	}

	@Test
	void theEngineOfNewInstancesIsNeededAndThatOfThisMachineOnlyIfItIsOne() {
		this.usual = "big";
		this.local.vanish();
		assertThat(findings()).containsExactly("engine big ok", "engine odd warning");
		this.big.vanish();
		assertThat(findings()).containsExactly("engine big failed", "engine odd warning");
		this.usual = Engines.LOCAL;
		assertThat(findings()).containsExactly("engine failed", "engine big warning", "engine odd warning");
	}

}
