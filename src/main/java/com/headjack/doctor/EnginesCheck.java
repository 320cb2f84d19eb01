package com.headjack.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Engines;

/**
 * Checks the engine that new instances are made on, and then the others, without which
 * most works.
 *
 * @param engines the engines
 * @param checking creates the check of an engine
 */
record EnginesCheck(Engines engines, Function<ContainerEngine, Check> checking) implements Check {

	@Override
	public String name() {
		return "engine";
	}

	@Override
	public List<Diagnostic> run() {
		String usual = this.engines.usual();
		Stream<Diagnostic> others = this.engines.names()
			.stream()
			.filter((name) -> !name.equals(usual))
			.flatMap((name) -> check(name).filter((finding) -> !isUnused(name, finding)).map(Diagnostic::mild));
		return Stream.concat(check(usual), others).toList();
	}

	private Stream<Diagnostic> check(String engine) {
		return Doctor.run(new One(this, engine))
			.stream()
			.map((finding) -> engine.equals(Engines.LOCAL) ? finding : finding.on(engine));
	}

	/**
	 * Who uses other engines need not have that of this machine.
	 */
	private static boolean isUnused(String engine, Diagnostic finding) {
		return engine.equals(Engines.LOCAL) && finding.outcome() == Outcome.FAILED;
	}

	/**
	 * The check of an engine, whose address may be none.
	 */
	private record One(EnginesCheck all, String engine) implements Check {

		@Override
		public String name() {
			return this.all.name();
		}

		@Override
		public List<Diagnostic> run() {
			return this.all.checking.apply(this.all.engines.named(this.engine)).run();
		}

	}

}
