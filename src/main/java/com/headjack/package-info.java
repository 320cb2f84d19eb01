/**
 * The application: one command, the shell and scripts over the same beans.
 */
@NullMarked
package com.headjack;

import org.jspecify.annotations.NullMarked;
