package com.headjack.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.wire.FrameChannel;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTests {

	private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

	private final RecordedProcess process = new RecordedProcess();

	private final Service service = new Service(new FrameChannel(new Sent()), List.of("ps"), new Modes(""),
			new Streams(new ByteArrayInputStream(new byte[0]), this.sent, this.sent), this.process);

	@Test
	void signalWhenNothingHasBegunEndsProcess() {
		this.service.signal("INT", 2);
		assertThat(this.process.await()).isEqualTo(130);
		assertThat(this.sent.size()).isZero();
	}

	@Test
	void signalWhenBegunIsPassedOn() {
		this.service.begun().signal("TERM", 15);
		this.service.signal("WINCH", 28);
		this.service.signal("CONT", 18);
		this.service.signal("HUP", 1);
		assertThat(this.sent.toString(StandardCharsets.US_ASCII)).containsSubsequence("TERM", "WINCH", "CONT", "HUP");
	}

	@Test
	void signalWhenRepeatedWhileTheCommandEndsEndsProcess() {
		this.service.begun().signal("INT", 2);
		this.service.hear(true);
		this.service.signal("TERM", 15);
		assertThat(this.process.await()).isEqualTo(143);
	}

	@Test
	void signalWhenTheCommandTakesItIsPassedOnEachTime() {
		this.service.begun().signal("INT", 2);
		this.service.hear(false);
		this.service.signal("INT", 2);
		this.service.hear(false);
		assertThat(this.sent.toString(StandardCharsets.US_ASCII)).containsSubsequence("INT", "INT");
	}

	@Test
	void signalWhenResidentDoesNotHearItEndsProcess() {
		this.service.begun().signal("TERM", 15);
		assertThat(this.process.await()).isEqualTo(143);
	}

	@Test
	void signalWhenWindowChangesBeforehandIsNotPassedOn() {
		this.service.signal("WINCH", 28);
		assertThat(this.sent.size()).isZero();
	}

	/**
	 * Takes what is sent.
	 */
	private final class Sent implements ByteChannel {

		@Override
		public int read(ByteBuffer target) {
			return -1;
		}

		@Override
		public int write(ByteBuffer source) {
			byte[] bytes = new byte[source.remaining()];
			source.get(bytes);
			ServiceTests.this.sent.writeBytes(bytes);
			return bytes.length;
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public void close() throws IOException {
			throw new IOException("closed");
		}

	}

}
