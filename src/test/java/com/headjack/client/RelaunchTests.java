package com.headjack.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class RelaunchTests {

	@Test
	void splitWhenTextIsEmptyKeepsIt() {
		assertThat(Relaunch.split("a\0\0b\0".getBytes(StandardCharsets.UTF_8))).extracting(String::new)
			.containsExactly("a", "", "b");
	}

	@Test
	void ofWhenProcessIsKnownTakesItsLastWords() {
		assertThat(Relaunch.of(new String[0]).words()).isEmpty();
	}

	/**
	 * A client whose resident is missing.
	 */
	@Test
	void runWhenCalledPutsLauncherInPlaceOfProcess(@TempDir Path home) throws Exception {
		Files.createDirectory(home.resolve("bin"));
		Files.writeString(home.resolve("bin/hjk"), "echo \"$$ $HJK_ALONE $MARK\"; printf '%s\\n' \"$@\"; exit 9\n");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec \"$@\" \"$(printf 'a\\377')\" '' '@b c'", "sh",
				java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dheadjack.home=" + home,
				"-Dheadjack.socket=" + home.resolve("missing"), "-cp", System.getProperty("java.class.path"),
				HeadjackClient.class.getName());
		builder.environment().put("MARK", "kept");
		Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines()
			.toList();
		assertThat(process.waitFor()).isEqualTo(9);
		assertThat(lines).containsExactly(process.pid() + " 1 kept", "a\u00ff", "", "@b c");
	}

}
