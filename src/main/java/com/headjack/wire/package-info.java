/**
 * What the client and the resident process tell each other.
 */
@NullMarked
package com.headjack.wire;

import org.jspecify.annotations.NullMarked;
