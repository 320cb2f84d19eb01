package com.headjack.engine;

/**
 * What an engine says that it is.
 *
 * @param name {@code docker} or {@code podman}
 * @param version its version
 * @param address where it answers, such as {@code unix:///var/run/docker.sock}
 */
public record EngineVersion(String name, String version, String address) {

}
