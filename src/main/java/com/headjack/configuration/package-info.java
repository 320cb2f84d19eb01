/**
 * Knows the settings: their keys, their values, and the configuration file of the user.
 */
@NullMarked
package com.headjack.configuration;

import org.jspecify.annotations.NullMarked;
