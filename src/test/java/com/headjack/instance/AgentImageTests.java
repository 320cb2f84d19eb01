package com.headjack.instance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgentImageTests {

	@ParameterizedTest
	@CsvSource({ "headjack/agent:latest,same", "headjack/agent,same", "headjack/agent:slim,same", "shop/agent:1,other",
			"headjack/agents,other" })
	void remedyNeverNamesTheImageThatDoesNotDo(String image, String expected) {
		assertThat(AgentImage.remedy(image, "other", "same")).isEqualTo(expected);
	}

}
