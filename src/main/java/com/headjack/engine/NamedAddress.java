package com.headjack.engine;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where an engine is that a user gave a name.
 *
 * @param name the name
 * @param address the address, as the user wrote it
 * @param certificates the folder of the client's certificate, or {@code null} if the
 * connection has none of its own
 */
public record NamedAddress(String name, String address, @Nullable Path certificates) {

}
