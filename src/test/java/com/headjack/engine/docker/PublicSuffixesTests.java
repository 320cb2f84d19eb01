package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublicSuffixesTests {

	@Test
	void theShortListStandsBeforeThatOfTheTransport() throws IOException {
		try (InputStream list = DockerClients.class
			.getResourceAsStream("/org/publicsuffix/list/effective_tld_names.dat")) {
			assertThat(list).isNotNull();
			assertThat(list.readAllBytes()).hasSizeLessThan(1000);
		}
	}

}
