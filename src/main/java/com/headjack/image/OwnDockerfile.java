package com.headjack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.headjack.engine.ImageBuild;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A Dockerfile of the user's own.
 *
 * @param file the file
 */
record OwnDockerfile(Path file) {

	private static final long LARGEST = 1024L * 1024;

	private static final Pattern BASE = Pattern.compile("(?im)^[ \\t]*FROM[ \\t]+(?:--\\S+[ \\t]+)*(\\S+)");

	/**
	 * Finds the file.
	 * @param path the absolute path of the file, or of a folder that has a file
	 * {@code Dockerfile}
	 * @throws HeadjackException if there is no such file
	 */
	static OwnDockerfile of(Path path) {
		Path file = Files.isDirectory(path) ? path.resolve("Dockerfile") : path;
		if (!Files.exists(file)) {
			throw new HeadjackException(FailureKind.NOT_FOUND, "there is no file " + file,
					"name a Dockerfile with --from, or leave it out for the image of Headjack");
		}
		if (!Files.isRegularFile(file)) {
			throw new HeadjackException(FailureKind.MISUSED, file + " is not a regular file",
					"name a Dockerfile with --from");
		}
		return new OwnDockerfile(file.normalize());
	}

	/**
	 * The build of the image.
	 * @throws HeadjackException if the image would take the name of the one that it is
	 * built on
	 */
	ImageBuild build(ImageName name) {
		if (buildsOn(name)) {
			throw new HeadjackException(FailureKind.MISUSED,
					"%s builds on %s, and the new image would replace it".formatted(this.file, name),
					"give the new image a name, such as --tag my/agent");
		}
		return ImageBuild.of(name.text(), this.file);
	}

	private boolean buildsOn(ImageName name) {
		return BASE.matcher(text())
			.results()
			.map((MatchResult base) -> ImageName.of(base.group(1)))
			.anyMatch(name::equals);
	}

	private String text() {
		try {
			if (Files.size(this.file) > LARGEST) {
				throw new HeadjackException(FailureKind.MISUSED, this.file + " is larger than 1 MiB",
						"name a Dockerfile with --from");
			}
			return new String(Files.readAllBytes(this.file), java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot read " + this.file, "make it readable", ex);
		}
	}

}
