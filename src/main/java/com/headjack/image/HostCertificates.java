package com.headjack.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The certificate authorities that this machine trusts besides the usual ones, such as
 * that of a company's proxy. Steps of a build meet the same proxy.
 */
final class HostCertificates {

	private static final Pattern CERTIFICATE = Pattern
		.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

	private static final List<String> ADDED = List.of("usr/local/share/ca-certificates",
			"etc/pki/ca-trust/source/anchors");

	private static final String USUAL = "usr/share/ca-certificates";

	private static final String ALL = "etc/ssl/certs/ca-certificates.crt";

	private final HostEnvironment host;

	private final Path root;

	/**
	 * Creates a view of a machine.
	 * @param root the folder that all others are below
	 */
	HostCertificates(HostEnvironment host, Path root) {
		this.host = host;
		this.root = root;
	}

	/**
	 * Finds the certificates.
	 * @return their texts by the names of files, one in each
	 */
	Map<String, byte[]> files() {
		Set<String> found = new LinkedHashSet<>();
		ADDED.forEach((folder) -> found.addAll(below(this.root.resolve(folder))));
		Set<String> usual = below(this.root.resolve(USUAL));
		// Where the usual ones are not known, a file with all of them tells nothing.
		if (!usual.isEmpty()) {
			found.addAll(in(this.host.file(KnownVariable.SSL_CERT_FILE).orElse(this.root.resolve(ALL))));
			this.host.file(KnownVariable.NODE_EXTRA_CA_CERTS).ifPresent((file) -> found.addAll(in(file)));
			found.removeAll(usual);
		}
		return named(found);
	}

	private static Map<String, byte[]> named(Set<String> certificates) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		certificates.forEach((certificate) -> files.put("host-%s.crt".formatted(files.size() + 1),
				certificate.getBytes(StandardCharsets.US_ASCII)));
		return files;
	}

	private static Set<String> below(Path folder) {
		Set<String> found = new LinkedHashSet<>();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter((file) -> file.toString().endsWith(".crt"))
					.sorted()
					.forEach((file) -> found.addAll(in(file)));
			}
			catch (IOException _) {
				return found;
			}
		}
		return found;
	}

	private static List<String> in(Path file) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			return List.of();
		}
		try {
			String text = Files.readString(file, StandardCharsets.ISO_8859_1);
			return CERTIFICATE.matcher(text).results().map((found) -> uniform(found.group(1))).toList();
		}
		catch (IOException _) {
			return List.of();
		}
	}

	private static String uniform(String body) {
		String lines = body.replaceAll("\\s", "").replaceAll(".{1,64}", "$0\n");
		return "-----BEGIN CERTIFICATE-----\n" + lines + "-----END CERTIFICATE-----\n";
	}

}
