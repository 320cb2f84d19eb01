package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.dockerjava.api.model.Ulimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoreLimitTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "core,0", "/var/crash/%p,0", "|/usr/lib/systemd/systemd-coredump %P,1" })
	void offIsOneByteWhereAProgramTakesTheDumps(String pattern, long bytes) throws IOException {
		Path file = Files.writeString(this.folder.resolve("core_pattern"), pattern + "\n");
		assertThat(CoreLimit.off(file)).isEqualTo(new Ulimit("core", bytes, bytes));
	}

	@Test
	void offWhenThereIsNoPatternIsNoByte() {
		assertThat(CoreLimit.off(this.folder.resolve("missing"))).isEqualTo(new Ulimit("core", 0L, 0L));
	}

}
