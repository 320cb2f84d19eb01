/**
 * Describes agents, as data.
 */
@NullMarked
package com.headjack.agent;

import org.jspecify.annotations.NullMarked;
