package com.headjack.secret;

import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SecretJsonTests {

	@Test
	void mapperKeepsNoBuffers() {
		assertKeepsNothing(SecretJson.mapper());
		assertKeepsNothing(SecretJson.mapper().rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
	}

	private static void assertKeepsNothing(JsonMapper mapper) {
		assertThat(mapper.tokenStreamFactory()._getRecyclerPool()).isSameAs(JsonRecyclerPools.nonRecyclingPool());
		assertThat(mapper.readTree(mapper.writeValueAsBytes("CANARY")).stringValue()).isEqualTo("CANARY");
	}

}
