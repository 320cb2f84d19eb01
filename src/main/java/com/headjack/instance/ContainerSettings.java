package com.headjack.instance;

import com.headjack.engine.RuntimeOptions;

/**
 * The user's configuration of containers.
 *
 * @param image the image to use if the command names none
 * @param options additional options for new containers
 */
record ContainerSettings(String image, RuntimeOptions options) {

}
