package com.headjack.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.engine.TerminalSize;

import static org.assertj.core.api.Assertions.assertThat;

class LogMarksTests {

	private final StringBuilder seen = new StringBuilder();

	private LogMarks marks() {
		return new LogMarks(new LogTarget() {

			@Override
			public void write(byte[] octets, int offset, int count) {
				LogMarksTests.this.seen.append(new String(octets, offset, count, StandardCharsets.ISO_8859_1));
			}

			@Override
			public void resize(TerminalSize size) {
				LogMarksTests.this.seen.append("<").append(size.rows()).append("x").append(size.columns()).append(">");
			}

		});
	}

	@ParameterizedTest
	@CsvSource({ "a^]777;headjack-size;40;120$b,a<40x120>b", "^^]777;headjack-size;40;120$,^<40x120>",
			"^[3^]777;headjack-size;1;2$1m,^[3<1x2>1m", "^]777;headjack-end$,^]777;headjack-end$",
			"^]777;headjack-size;x$a,a", "^]777;headjack-size;123456;1$a,a", "^]777;headjack,^]777;headjack",
			"^]777;headjack-size;40;120,^]777;headjack-size;40;120",
			"^]777;headjack-size;40;120 and so on$a,^]777;headjack-size;40;120 and so on$a" })
	void writeTakesMarksOut(String written, String expected) throws IOException {
		byte[] octets = written.replace('^', '\033').replace('$', '\007').getBytes(StandardCharsets.ISO_8859_1);
		try (LogMarks marks = marks()) {
			marks.write(octets);
		}
		assertThat(this.seen.toString().replace('\033', '^').replace('\007', '$')).isEqualTo(expected);
		this.seen.setLength(0);
		try (LogMarks marks = marks()) {
			for (byte octet : octets) {
				marks.write(octet);
			}
		}
		assertThat(this.seen.toString().replace('\033', '^').replace('\007', '$')).isEqualTo(expected);
	}

}
