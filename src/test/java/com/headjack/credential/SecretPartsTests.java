package com.headjack.credential;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class SecretPartsTests {

	private static List<String> parts(String login) {
		return new SecretParts().of(Secret.of(login)).stream().map(Secret::reveal).toList();
	}

	@Test
	void ofTextIsAllOfIt() {
		assertThat(parts("sk-ant-FAKE")).containsExactly("sk-ant-FAKE");
		assertThat(parts("{\"half\": ")).containsExactly("{\"half\": ");
	}

	@Test
	void ofJsonIsEachMemberThatIsNamedAsASecret() {
		assertThat(parts("""
				{"auth_mode":"chatgpt","OPENAI_API_KEY":"key","tokens":{"id_token":"id","access_token":"access",
				"refresh_token":"refresh","account_id":"account"},"last_refresh_at":"2026-11-01",
				"oauth":{"accessToken":"access2","refresh":"refresh2","scope":"email","token_type":"Bearer",
				"client_secret":"client","publicKey":"public","expiry_date":1}, "keys":["one","two"]}
				""")).containsExactly("key", "id", "access", "refresh", "access2", "refresh2", "client", "one", "two");
	}

	@Test
	void ofJsonThatNamesNoneIsAllOfIt() {
		assertThat(parts("{\"user\":\"FAKE\"}")).containsExactly("{\"user\":\"FAKE\"}");
	}

	@Test
	void ofJsonLeavesOutWhatIsADateWhateverItIsCalled() {
		assertThat(parts("""
				{"tokens":{"access_token":"FAKE-access","refresh_token":"FAKE-refresh"},
				"last_refresh":"2026-11-28T16:31:07.123456Z","next_refresh":"1796000000","can_refresh":"true"}
				""")).containsExactly("FAKE-access", "FAKE-refresh");
	}

	@Test
	void ofJsonWhosePasswordIsANumberIsThePassword() {
		assertThat(parts("""
				{"password":"8675309867","client_secret":"0123456789","access":"1796000000","refresh":"1796000000000"}
				""")).containsExactly("8675309867", "0123456789");
	}

	@Test
	void ofJsonWithDatesAloneIsAllOfIt() {
		assertThat(parts("{\"last_refresh\":\"2026-11-28\"}")).containsExactly("{\"last_refresh\":\"2026-11-28\"}");
	}

}
