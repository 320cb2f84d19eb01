/**
 * Looks in a repository for settings that can misuse an agent's login, and keeps what the
 * user agreed to.
 */
@NullMarked
package com.headjack.trust;

import org.jspecify.annotations.NullMarked;
