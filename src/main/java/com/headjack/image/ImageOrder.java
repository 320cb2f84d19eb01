package com.headjack.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What image a user wants.
 *
 * @param from a Dockerfile of the user's own, or empty for Headjack's
 * @param name the image's name, or empty for the configured one
 * @param slim whether to leave out the compilers of Headjack's image
 * @param cached whether what an earlier build has made may be used
 * @param pulled whether to look for newer images to build on
 * @param engine the name of the engine to make it on, or empty for the configured one
 */
public record ImageOrder(Optional<Path> from, Optional<String> name, boolean slim, boolean cached, boolean pulled,
		Optional<String> engine) {

}
