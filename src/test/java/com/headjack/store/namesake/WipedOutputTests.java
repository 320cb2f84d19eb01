package com.headjack.store.namesake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WipedOutputTests {

	@Test
	void writeGivesTheBytesAndWipesWhatItOutgrows() {
		List<byte[]> buffers = new ArrayList<>();
		WipedOutput output = new WipedOutput() {

			@Override
			public synchronized void write(byte[] bytes, int offset, int length) {
				buffers.add(this.buf);
				super.write(bytes, offset, length);
				buffers.add(this.buf);
			}

		};
		output.write('C');
		output.writeBytes("ANARY".repeat(100).getBytes(StandardCharsets.UTF_8));
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("C" + "ANARY".repeat(100));
		assertThat(buffers.getFirst()).isNotSameAs(buffers.getLast()).containsOnly(0);
		output.close();
		assertThat(buffers.getLast()).containsOnly(0);
	}

}
