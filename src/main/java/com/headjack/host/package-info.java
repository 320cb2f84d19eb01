/**
 * Describes this machine: operating system, folders, variables, terminals.
 */
@NullMarked
package com.headjack.host;

import org.jspecify.annotations.NullMarked;
