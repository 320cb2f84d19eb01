package com.headjack.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.headjack.host.UntrustedFile;
import com.headjack.secret.Secret;

/**
 * Makes fingerprints of logins: the same login has the same one, and without the key of
 * this machine nobody finds out to which login one belongs (HMAC-SHA256, RFC 2104).
 *
 * @param key the file of the key
 */
record Fingerprints(Path key) {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_SIZE = 32;

	private static final int SHOWN_BYTES = 6;

	/**
	 * Makes a fingerprint.
	 * @return 12 hexadecimal digits
	 * @throws IOException if the key can be neither read nor made
	 */
	String of(Secret login) throws IOException {
		byte[] bytes = readKey();
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(bytes, ALGORITHM));
			return HexFormat.of().formatHex(login.use(mac::doFinal), 0, SHOWN_BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IOException(ex);
		}
	}

	private byte[] readKey() throws IOException {
		if (Files.notExists(this.key)) {
			makeKey();
		}
		byte[] bytes = new UntrustedFile(this.key, KEY_SIZE).bytes().orElseThrow(() -> new IOException("no key"));
		if (bytes.length != KEY_SIZE) {
			throw new IOException("no key");
		}
		return bytes;
	}

	/**
	 * The file is whole as soon as it is there.
	 */
	private void makeKey() throws IOException {
		byte[] bytes = new byte[KEY_SIZE];
		new SecureRandom().nextBytes(bytes);
		Path draft = Files.createTempFile(this.key.getParent(), "audit", ".key");
		try {
			Files.write(draft, bytes);
			Files.createLink(this.key, draft);
		}
		catch (FileAlreadyExistsException _) {
			// Another process was faster.
		}
		finally {
			Files.delete(draft);
		}
	}

}
