package com.headjack.product;

import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback of a container that records each request's headers and body,
 * and refuses it or answers as a model would.
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
					fs.appendFileSync('RECORD', JSON.stringify(request.headers) + '\\n' + Buffer.concat(parts) + '\\n');
					ANSWER
				});
			}).listen(8099, '127.0.0.1', () => fs.writeFileSync('RECORD', ''));
			""";

	private static final String REFUSE = """
			response.writeHead(401, {'content-type': 'application/json'});
			response.end('{"error":{"type":"authentication_error","message":"refused"}}');
			""";

	/**
	 * The events of a message by Claude.
	 */
	private static final String SAY = """
			const usage = {input_tokens: 1, output_tokens: 1};
			const message = {id: 'msg_1', type: 'message', role: 'assistant', model: 'claude', content: [], usage};
			response.writeHead(200, {'content-type': 'text/event-stream'});
			for (const event of [{type: 'message_start', message},
					{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
					{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'TEXT'}},
					{type: 'content_block_stop', index: 0},
					{type: 'message_delta', delta: {stop_reason: 'end_turn', stop_sequence: null}, usage},
					{type: 'message_stop'}]) {
				response.write('event: ' + event.type + '\\ndata: ' + JSON.stringify(event) + '\\n\\n');
			}
			response.end();
			""";

	private final Hjk product;

	private final String branch;

	private RecordingServer(Hjk product, String branch) {
		this.product = product;
		this.branch = branch;
	}

	static RecordingServer start(Hjk product, String branch) {
		return start(product, branch, "server", REFUSE);
	}

	/**
	 * Starts a server that answers each request to Claude with the same text.
	 */
	static RecordingServer saying(String text, Hjk product, String branch, String session) {
		return start(product, branch, session, SAY.replace("TEXT", text));
	}

	private static RecordingServer start(Hjk product, String branch, String session, String answer) {
		String program = PROGRAM.replace("RECORD", RECORD).replace("ANSWER", answer);
		product.hjk("exec", branch, "-d", "-n", session, "--", "node", "-e", program).done();
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
