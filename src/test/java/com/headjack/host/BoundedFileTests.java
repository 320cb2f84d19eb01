package com.headjack.host;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedFileTests {

	@TempDir
	Path folder;

	@Test
	void readGivesTheBytes() throws Exception {
		Path file = Files.write(this.folder.resolve("a"), new byte[] { 1, 2 });
		assertThat(new BoundedFile(file).read().orElseThrow()).containsExactly(1, 2);
	}

	@Test
	void readWhenTheFileIsALinkFollowsIt() throws Exception {
		Path file = Files.writeString(this.folder.resolve("a"), "x");
		Path link = Files.createSymbolicLink(this.folder.resolve("b"), file);
		assertThat(new BoundedFile(link).read().orElseThrow()).containsExactly('x');
	}

	@Test
	void readWhenThereIsNoFileIsEmpty() throws Exception {
		assertThat(new BoundedFile(this.folder.resolve("a/b")).read()).isEmpty();
	}

	@Test
	void readWhenItIsNoRegularFileTellsWhatItIs() throws Exception {
		assertRefused(this.folder, "is a folder, not a file");
		Path socket = this.folder.resolve("s");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			assertRefused(socket, "is a pipe, a socket or a device, not a file");
		}
	}

	@Test
	void readWhenTheFileIsTooLargeTellsTheSize() throws IOException {
		Path file = Files.write(this.folder.resolve("a"), new byte[1024 * 1024 + 1]);
		assertRefused(file, "is too large: 1.0 MiB (1048577 bytes), of at most 1 MiB");
	}

	@Test
	void readWhenALinkLeadsNowhereTellsIt() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("a"), Path.of("gone"));
		assertRefused(link, "cannot be read: " + link + " is a link to gone, which does not exist");
		Path loop = Files.createSymbolicLink(this.folder.resolve("l"), Path.of("l"));
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> new BoundedFile(loop).read());
	}

	@Test
	void readWhenAFolderAboveIsAFileTellsIt() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a"), "x");
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> new BoundedFile(file.resolve("b")).read());
	}

	private static void assertRefused(Path file, String what) {
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> new BoundedFile(file).read())
			.satisfies((ex) -> assertThat(ex.what()).isEqualTo(what));
	}

}
