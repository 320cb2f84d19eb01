/**
 * Runs the commands of clients in one process that stays, so that none of them has to
 * start the application.
 */
@NullMarked
package com.headjack.resident;

import org.jspecify.annotations.NullMarked;
