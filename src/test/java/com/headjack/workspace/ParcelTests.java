package com.headjack.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.HeadjackException;
import com.headjack.worktree.TransferTip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ParcelTests {

	private static final String LINES = """
			headjack
			0123456789abcdef0123456789abcdef01234567 heads/feat/x
			something else
			left a\u001b[2Jb

			""";

	private static final byte[] PACK = "PACK\0\0\0\2\0\0\0\1 and so on".getBytes(StandardCharsets.ISO_8859_1);

	private Path file = Path.of("");

	@BeforeEach
	void name(@TempDir Path folder) {
		this.file = folder.resolve("pack");
	}

	private static void send(Parcel parcel, String text) throws IOException {
		parcel.write(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aParcelIsDividedWhereverItsBytesComeInParts() throws IOException {
		try (Parcel parcel = Parcel.to(this.file)) {
			for (byte octet : LINES.getBytes(StandardCharsets.UTF_8)) {
				parcel.write(octet);
			}
			parcel.write(PACK, 0, 5);
			parcel.write(PACK, 5, PACK.length - 5);
			assertThat(parcel.tips()).extracting(TransferTip::name).containsExactly("feat/x");
			assertThat(parcel.left()).singleElement().asString().doesNotContain("\u001b");
			assertThat(parcel.holdsObjects()).isTrue();
		}
		assertThat(this.file).hasBinaryContent(PACK);
	}

	@Test
	void linesAndPackMayComeAtOnce() throws IOException {
		try (Parcel parcel = Parcel.to(this.file)) {
			send(parcel, LINES + "PACK\0\0\0\2\0\0\0\0 and so on");
			assertThat(parcel.holdsObjects()).isFalse();
		}
		assertThat(this.file).hasSize(22);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "headjack\n", "sh: not found\n\n", "other\n\nPACK" })
	void whatTheScriptDoesNotSayIsRefused(String text) throws IOException {
		try (Parcel parcel = Parcel.to(this.file)) {
			send(parcel, text);
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(parcel::tips);
		}
	}

	@Test
	void tooMuchIsRefused() throws IOException {
		try (Parcel parcel = Parcel.to(this.file, 10)) {
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> send(parcel, LINES + "more than ten"))
				.withMessageContaining("more than");
		}
		try (Parcel parcel = Parcel.to(this.file)) {
			assertThatExceptionOfType(HeadjackException.class)
				.isThrownBy(() -> send(parcel, "headjack\n" + "x".repeat(300_000)))
				.withMessageContaining("too many");
		}
	}

}
