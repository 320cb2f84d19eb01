package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server of tokens, on the loopback of each container. A refresh token works once,
 * whichever container uses it.
 *
 * @param tokens the folder of the tokens that work
 */
record TokenServer(Path tokens) {

	private static final String PROGRAM = """
			const fs = require('fs');
			const part = (object) => Buffer.from(JSON.stringify(object)).toString('base64url');
			const token = () => [part({alg: 'none'}), part({exp: Math.floor(Date.now() / 1000) + 864000,
				email: 'fake@example.com', 'https://api.openai.com/auth': {chatgpt_account_id: 'FAKE'}}), 'FAKE'].join('.');
			require('http').createServer((request, response) => {
				const parts = [];
				request.on('data', (part) => parts.push(part));
				request.on('end', () => {
					response.setHeader('content-type', 'application/json');
					try {
						const used = JSON.parse(Buffer.concat(parts)).refresh_token;
						fs.renameSync('/tokens/' + used, '/tokens/used-' + used);
						const next = used.replace(/[0-9]*$/, (number) => Number(number) + 1);
						fs.writeFileSync('/tokens/' + next, '');
						response.end(JSON.stringify({id_token: token(), access_token: token(), refresh_token: next}));
					}
					catch (error) {
						fs.writeFileSync('/tokens/refused', '');
						response.writeHead(401);
						response.end('{"error":{"code":"refresh_token_reused","message":"used already"}}');
					}
				});
			}).listen(8098, '127.0.0.1', () => fs.writeFileSync('/tmp/serving', ''));
			""";

	/**
	 * Prepares the product: its instances reach the tokens, and Codex this server.
	 */
	static TokenServer of(Hjk product, Path folder) throws IOException {
		Path tokens = Files.createDirectory(folder.resolve("tokens"));
		Files.createFile(tokens.resolve(refresh(0)));
		product.hjk("config", "runtime.flags", "--", "--volume=" + tokens + ":/tokens").done();
		product.hjk("config", "agents.codex.env.CODEX_REFRESH_TOKEN_URL_OVERRIDE", "http://127.0.0.1:8098/oauth/token")
			.done();
		return new TokenServer(tokens);
	}

	static void start(Hjk product, String branch) {
		product.hjk("exec", branch, "-d", "-n", "tokens", "--", "node", "-e", PROGRAM).done();
		product.inside(branch, "until [ -e /tmp/serving ]; do sleep 0.1; done");
	}

	/**
	 * The refresh token after some renewals.
	 */
	static String refresh(int number) {
		return "FAKE-" + Canary.MARK + "-" + number;
	}

	/**
	 * A login whose access token has expired, so that Codex renews it at once.
	 */
	static String expired() {
		return login("FAKE", 0, Instant.now().minusSeconds(7200));
	}

	/**
	 * A login that lasts.
	 * @param renewals the renewals before it
	 * @param issued the time of the last one
	 */
	static String login(String identity, int renewals, Instant issued) {
		String token = token(issued.plusSeconds(3600));
		return "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":null,\"tokens\":{\"id_token\":\"" + token
				+ "\",\"access_token\":\"" + token + "\",\"refresh_token\":\"" + refresh(renewals)
				+ "\",\"account_id\":\"" + identity + "\"},\"last_refresh\":\"" + issued + "\"}";
	}

	private static String token(Instant expires) {
		return Stream
			.of("{\"alg\":\"none\"}",
					"{\"exp\":" + expires.getEpochSecond() + ",\"email\":\"fake@example.com\","
							+ "\"https://api.openai.com/auth\":{\"chatgpt_account_id\":\"FAKE\"}}",
					"FAKE")
			.map((part) -> Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
			.collect(Collectors.joining("."));
	}

}
