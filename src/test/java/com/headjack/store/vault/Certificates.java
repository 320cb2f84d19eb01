package com.headjack.store.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes certificates.
 *
 * @param folder where the files are
 */
record Certificates(Path folder) {

	private static final String AUTHORITY = "authority";

	private static final String PASSWORD = "FAKE-password";

	/**
	 * Makes an authority.
	 * @param file the name of its files
	 * @param name its own name
	 * @return its certificate, in PEM format
	 */
	Path authority(String file, String name) throws IOException, GeneralSecurityException {
		keytool(file + ".p12", "-alias", AUTHORITY, "-dname", "CN=" + name, "-ext", "bc:c");
		byte[] certificate = keys(file + ".p12").getCertificate(AUTHORITY).getEncoded();
		return Files.writeString(this.folder.resolve(file + ".pem"),
				"-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
					.formatted(Base64.getMimeEncoder().encodeToString(certificate)));
	}

	/**
	 * Makes a server's certificate, and a key store that holds it.
	 * @param authority the name of the files of who signs it
	 * @param name whom it is for
	 */
	void server(String store, String authority, String name) throws IOException {
		Files.copy(this.folder.resolve(authority + ".p12"), this.folder.resolve(store));
		keytool(store, "-alias", "server", "-dname", "CN=Server", "-signer", AUTHORITY, "-ext", name);
	}

	/**
	 * What a server needs that has the certificate.
	 */
	SSLContext context(String store) throws IOException, GeneralSecurityException {
		KeyStore keys = keys(store);
		keys.deleteEntry(AUTHORITY);
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private KeyStore keys(String store) throws IOException, GeneralSecurityException {
		return KeyStore.getInstance(this.folder.resolve(store).toFile(), PASSWORD.toCharArray());
	}

	private void keytool(String store, String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
				"-validity", "2", "-keystore", this.folder.resolve(store).toString(), "-storepass", PASSWORD));
		command.addAll(List.of(words));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (InputStream output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.onExit()).as(text).succeedsWithin(Duration.ofSeconds(30));
			assertThat(process.exitValue()).as(text).isZero();
		}
	}

}
