/**
 * Reads and writes the user's configuration file, its comments kept.
 */
@NullMarked
package com.headjack.settings;

import org.jspecify.annotations.NullMarked;
