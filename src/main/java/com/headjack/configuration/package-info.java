/**
 * Knows the settings: their keys, their values here, and the user's file of them.
 */
@NullMarked
package com.headjack.configuration;

import org.jspecify.annotations.NullMarked;
