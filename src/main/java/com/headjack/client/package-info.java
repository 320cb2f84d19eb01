/**
 * The client of the resident process: it sends the command there, and serves its streams,
 * terminal and signals.
 */
@NullMarked
package com.headjack.client;

import org.jspecify.annotations.NullMarked;
