package com.headjack.store.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
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

	private static final String PASSWORD = "FAKE-password";

	/**
	 * Makes an authority.
	 * @param file the name of its files
	 * @param name its own name
	 * @return its certificate, in PEM format
	 */
	Path authority(String file, String name) throws IOException {
		keytool(file + ".p12", "-genkeypair", "-alias", "authority", "-dname", "CN=" + name, "-ext", "bc:c");
		keytool(file + ".p12", "-exportcert", "-alias", "authority", "-rfc", "-file", path(file + ".pem"));
		return this.folder.resolve(file + ".pem");
	}

	/**
	 * Makes a server's certificate, and a key store that holds it.
	 * @param authority the name of the files of who signs it
	 * @param name whom it is for
	 */
	void server(String store, String authority, String name) throws IOException {
		keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=Server");
		keytool(store, "-certreq", "-alias", "server", "-file", path("request"));
		keytool(authority + ".p12", "-gencert", "-alias", "authority", "-ext", name, "-infile", path("request"),
				"-outfile", path("certificate"));
		keytool(store, "-importcert", "-noprompt", "-alias", "authority", "-file", path(authority + ".pem"));
		keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", path("certificate"));
	}

	/**
	 * What a server needs that has the certificate.
	 */
	SSLContext context(String store) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance(this.folder.resolve(store).toFile(), PASSWORD.toCharArray());
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private String path(String name) {
		return this.folder.resolve(name).toString();
	}

	private void keytool(String store, String... words) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(words));
		command.addAll(List.of("-keystore", path(store), "-storepass", PASSWORD));
		if (command.contains("-genkeypair")) {
			command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (InputStream output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.onExit()).as(text).succeedsWithin(Duration.ofSeconds(30));
			assertThat(process.exitValue()).as(text).isZero();
		}
	}

}
