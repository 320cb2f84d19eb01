package com.headjack.engine.docker;

import java.io.IOException;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DockerClientConfig;
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

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "\"{'MemoryLimit':true,'CgroupVersion':'2'}\",true", "{},true", "{'MemoryLimit':false},false",
					"\"{'Rootless':true,'MemoryLimit':true,'CgroupVersion':'1'}\",false",
					"\"{'Rootless':true,'MemoryLimit':true,'CgroupVersion':'2'}\",true",
					"\"{'Rootless':false,'MemoryLimit':true,'CgroupVersion':'1'}\",true" })
	void limitsMemoryIsWhatTheEngineDoes(String info, boolean limits) throws IOException {
		assertThat(DefaultLimits
			.limitsMemory(DockerClientConfig.getDefaultObjectMapper().readValue(info.replace('\'', '"'), Info.class)))
			.isEqualTo(limits);
	}

}
