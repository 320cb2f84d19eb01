package com.headjack.engine.docker;

import com.github.dockerjava.api.model.Info;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultLimitsTests {

	private static final long MIB = 1L << 20;

	private static Info engine(long mebibytes) {
		return new Info().withMemTotal(mebibytes * MIB).withMemoryLimit(true);
	}

	@ParameterizedTest
	@CsvSource({ "1024,512", "2048,1536", "4096,3584", "16384,14336", "65536,61440" })
	void memoryLeavesAnEighthToTheMachineWithinBounds(long total, long limit) {
		assertThat(DefaultLimits.memory(engine(total))).isEqualTo(limit * MIB);
	}

	@Test
	void memoryWhereTheEngineCannotLimitItIsNone() {
		assertThat(DefaultLimits.memory(engine(4096).withMemoryLimit(false))).isNull();
		assertThat(DefaultLimits.memory(engine(900))).isNull();
		assertThat(DefaultLimits.memory(new Info())).isNull();
	}

}
