/**
 * What the stores that are a part of one operating system have in common.
 */
@NullMarked
package com.headjack.store.system;

import org.jspecify.annotations.NullMarked;
