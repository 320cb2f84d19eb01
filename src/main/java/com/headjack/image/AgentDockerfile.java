package com.headjack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.Image;
import com.headjack.engine.ImageBuild;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.UniqueName;
import com.headjack.text.Sha256;

/**
 * The Dockerfile of the agents' image, in the distribution.
 *
 * @param file the file
 */
public record AgentDockerfile(Path file) {

	private static final String TARGET = "agent";

	/**
	 * Tells of which Dockerfile an image was built. Images that are built on it have the
	 * label too.
	 */
	private static final String DIGEST = "headjack.dockerfile";

	/**
	 * Tells the name that the image was built by, unlike images that are built on it.
	 */
	private static final String NAME = "headjack.image";

	private static final String SLIM = "-slim";

	/**
	 * Finds the file.
	 * @param home the folder of the distribution, or {@code null} if there is none
	 * @return the file, which may be missing
	 */
	public static AgentDockerfile of(@Nullable String home) {
		return new AgentDockerfile(Path.of((home != null) ? home : "", "share", "image", "Dockerfile"));
	}

	/**
	 * Whether an image, or the one that it is built on, was built of another state of the
	 * file.
	 * @param image the image
	 * @return whether it was; {@code false} if nothing is known
	 */
	public boolean differsFrom(Image image) {
		String digest = image.labels().get(DIGEST);
		return digest != null && Files.isReadable(this.file) && !digest.startsWith(digest(false));
	}

	/**
	 * Whether an image was built of this state of the file, by this name.
	 */
	boolean made(Image image, ImageName name, boolean slim) {
		return digest(slim).equals(image.labels().get(DIGEST)) && named(image, name);
	}

	/**
	 * Whether an image was built by this name of any state of the file.
	 */
	boolean named(Image image, ImageName name) {
		return name.text().equals(image.labels().get(NAME));
	}

	/**
	 * The build of the image.
	 * @param additions contents of files besides, by their paths
	 * @throws HeadjackException if the file is missing
	 */
	ImageBuild build(ImageName name, boolean slim, Map<String, byte[]> additions) {
		String build = UniqueName.current() + "-" + System.currentTimeMillis();
		Map<String, String> arguments = slim ? Map.of("BUILD", build, "SLIM", "true") : Map.of("BUILD", build);
		return new ImageBuild(name.text(), this.file, additions, TARGET, arguments,
				Map.of(DIGEST, digest(slim), NAME, name.text()), "headjack.build=" + build, true, false);
	}

	private String digest(boolean slim) {
		try {
			return Sha256.hex(Files.readAllBytes(this.file)) + (slim ? SLIM : "");
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.UNAVAILABLE,
					"cannot read the Dockerfile of the agents' image: " + this.file, "install hjk again", ex);
		}
	}

}
