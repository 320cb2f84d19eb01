package com.headjack.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptTests {

	@TempDir
	Path folder;

	@Test
	void readPassesOverTheMarkOfWindows() throws IOException {
		Path file = Files.writeString(this.folder.resolve("s"), "\ufeffps -a\r\n# end\r\n");
		assertThat(Script.read(file).lines()).singleElement()
			.satisfies((line) -> assertThat(line.toString()).contains("ps").doesNotContain("\ufeff"));
	}

	@Test
	void readWhenAByteIsNotUtf8NamesItsLine() throws IOException {
		Path file = Files.write(this.folder.resolve("s"), "ps\nrun \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> Script.read(file))
			.withMessage("the script " + file + " is not text in UTF-8: line 2, column 5 holds the byte 0xfc")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void readWhenTheFileIsNoFileDoesNotWaitForIt() throws IOException {
		assertRefused(this.folder, "cannot read the script");
		assertRefused(this.folder.resolve("gone"), "cannot read the script");
		Path socket = this.folder.resolve("socket");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			assertRefused(socket, socket + " is a pipe, a socket or a device, not a script");
		}
		assertRefused(Path.of("/dev/zero"), "the script /dev/zero is longer than 1 MiB");
	}

	@Test
	void readWhenAQuoteIsOpenNamesItsLine() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> Script.read("s", new ByteArrayInputStream("ps\nrun 'x".getBytes(StandardCharsets.UTF_8))))
			.withMessage("s:2: a quote is not closed");
	}

	private static void assertRefused(Path file, String message) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> Script.read(file))
			.withMessageStartingWith(message);
	}

}
