package com.headjack.instance;

import com.headjack.engine.RuntimeOptions;

/**
 * What the configuration says of containers.
 *
 * @param image the image where none is named
 * @param options what the user wants besides
 */
record ContainerSettings(String image, RuntimeOptions options) {

}
