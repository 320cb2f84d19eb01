package com.headjack.product;

import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback of a container that records each request's headers and body,
 * and refuses it.
 */
final class RecordingServer {

	static final String ADDRESS = "http://127.0.0.1:8099";

	private static final String RECORD = "/tmp/record";

	private static final String PROGRAM = """
			const fs = require('fs');
			require('http').createServer((request, response) => {
				const parts = [];
				request.on('data', (part) => parts.push(part));
				request.on('end', () => {
					fs.appendFileSync('%s', JSON.stringify(request.headers) + '\\n' + Buffer.concat(parts) + '\\n');
					response.writeHead(401, {'content-type': 'application/json'});
					response.end('{"error":{"type":"authentication_error","message":"refused"}}');
				});
			}).listen(8099, '127.0.0.1', () => fs.writeFileSync('%s', ''));
			""".formatted(RECORD, RECORD);

	private final Hjk product;

	private final String branch;

	private RecordingServer(Hjk product, String branch) {
		this.product = product;
		this.branch = branch;
	}

	static RecordingServer start(Hjk product, String branch) {
		product.hjk("exec", branch, "-d", "-n", "server", "--", "node", "-e", PROGRAM).done();
		product.inside(branch, "until [ -e " + RECORD + " ]; do sleep 0.1; done");
		return new RecordingServer(product, branch);
	}

	/**
	 * Waits until a text was recorded.
	 * @return whether it was, in time
	 */
	boolean sees(String text) throws InterruptedException {
		for (int tries = 0; tries < 60; tries++) {
			if (record().contains(text)) {
				return true;
			}
			TimeUnit.SECONDS.sleep(1);
		}
		return false;
	}

	String record() {
		return this.product.inside(this.branch, "cat " + RECORD);
	}

	/**
	 * What was recorded holds secrets.
	 */
	void forget() {
		this.product.inside(this.branch, "rm " + RECORD);
	}

}
