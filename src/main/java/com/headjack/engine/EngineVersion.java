package com.headjack.engine;

/**
 * The name and version that an engine reports.
 *
 * @param name {@code docker} or {@code podman}
 * @param version its version
 * @param address its address, such as {@code unix:///var/run/docker.sock}
 */
public record EngineVersion(String name, String version, String address) {

}
