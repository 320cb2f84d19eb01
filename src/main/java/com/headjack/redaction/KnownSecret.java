package com.headjack.redaction;

import com.headjack.secret.Secret;

/**
 * A secret to look for.
 *
 * @param owner the name of its owner, for a message
 * @param value the secret, which the caller closes
 */
public record KnownSecret(String owner, Secret value) {
}
