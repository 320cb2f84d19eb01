/**
 * Knows this machine: its operating system, folders, variables and terminal.
 */
@NullMarked
package com.headjack.host;

import org.jspecify.annotations.NullMarked;
