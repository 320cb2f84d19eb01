package com.headjack.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ByteChannel;
import java.nio.BufferUnderflowException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class FrameChannelTests {

	private static final Hello HELLO = new Hello("b1", "/opt/hjk", List.of("Uid: 1"), List.of("ps", "grün"), "/w",
			Map.of("A", "1", "B", ""), "stdin,stdout", "modes", "24 80");

	@Test
	void receiveGivesWhatWasSent() throws IOException {
		try (FrameChannel channel = new FrameChannel(new Loop(Pipe.open()))) {
			channel.send(HELLO.frame());
			channel.send(new Frame(FrameKind.WRITE, new Content().number(1).bytes(new byte[] { 0, 1, 2, 3 }, 1, 2)));
			Frame hello = channel.receive();
			assertThat(hello.kind()).isEqualTo(FrameKind.HELLO);
			assertThat(Hello.of(hello.content())).isEqualTo(HELLO);
			Content write = channel.receive().content();
			assertThat(write.number()).isEqualTo(1);
			assertThat(write.bytes()).containsExactly(1, 2);
		}
	}

	@Test
	void nothingShowsWhatAFrameHolds() {
		assertThat(HELLO).hasToString("Hello[b1]");
		assertThat(HELLO.frame()).hasToString("Frame[HELLO]");
	}

	@Test
	void receiveWhenTheOtherSideIsGoneThrows() throws IOException {
		Pipe pipe = Pipe.open();
		pipe.sink().write(ByteBuffer.wrap(new byte[] { 'H', 0, 0, 0, 9, 1 }));
		pipe.sink().close();
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> new FrameChannel(new Loop(pipe)).receive());
	}

	@ParameterizedTest
	@ValueSource(strings = { "7f00000000", "ff00000000", "48ffffffff", "487fffffff" })
	void receiveWhenItIsNoFrameThrows(String bytes) throws IOException {
		Pipe pipe = Pipe.open();
		pipe.sink().write(ByteBuffer.wrap(HexFormat.of().parseHex(bytes)));
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> new FrameChannel(new Loop(pipe)).receive());
	}

	@Test
	void contentsThatBreakOffAreRefused() {
		Content text = Content.of(ByteBuffer.wrap(new byte[] { 0, 0, 0, 9, 'a' }));
		assertThatExceptionOfType(BufferUnderflowException.class).isThrownBy(text::text);
		Content list = Content.of(ByteBuffer.wrap(new byte[] { 127, 0, 0, 0 }));
		assertThatExceptionOfType(BufferUnderflowException.class).isThrownBy(list::texts);
	}

	@Test
	void helloOfAnotherProtocolIsRefused() {
		Content other = Content.of(new Content().number(99).written());
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Hello.of(other));
	}

	@Test
	void fitIsTheSameForOneProcess() {
		assertThat(Fit.current()).isEqualTo(Fit.current());
	}

	/**
	 * A connection of a process with itself.
	 */
	private record Loop(Pipe pipe) implements ByteChannel {

		@Override
		public int read(ByteBuffer target) throws IOException {
			return this.pipe.source().read(target);
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			return this.pipe.sink().write(source);
		}

		@Override
		public boolean isOpen() {
			return this.pipe.sink().isOpen();
		}

		@Override
		public void close() throws IOException {
			this.pipe.sink().close();
			this.pipe.source().close();
		}

	}

}
