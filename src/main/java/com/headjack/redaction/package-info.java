/**
 * Finds secrets in bytes and hides them where output is shown.
 */
@NullMarked
package com.headjack.redaction;

import org.jspecify.annotations.NullMarked;
