/**
 * Takes back logins that agents have renewed in containers, and gives them to others.
 */
@NullMarked
package com.headjack.renewal;

import org.jspecify.annotations.NullMarked;
