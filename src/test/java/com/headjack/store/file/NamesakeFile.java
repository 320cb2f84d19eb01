package com.headjack.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;

/**
 * An item's file as the namesake writes it.
 */
final class NamesakeFile {

	private static final int SALT_SIZE = 12;

	private static final int ITERATIONS = 8192;

	private NamesakeFile() {
	}

	/**
	 * Writes an item under its own name.
	 * @return the file
	 */
	static Path write(Path folder, String key, String secret) {
		return write(folder.resolve(key.replace("%", "%25").replace("/", "%2F")), key, secret,
				FileStoreProgram.PASSWORD);
	}

	/**
	 * Writes an item.
	 * @return the file
	 */
	static Path write(Path file, String key, String secret, String password) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, encrypted(item(key, secret), password));
			return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String item(String key, String secret) {
		String data = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
		return """
				{"Key":"%s","Data":"%s","Label":"Headjack - %s","Description":"Headjack CLI credential",\
				"KeychainNotTrustApplication":false,"KeychainNotSynchronizable":false}""".formatted(key, data, key);
	}

	private static String encrypted(String item, String password) throws JOSEException {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM)
			.customParam("created", "2025-12-01 10:00:00.123 +0100 CET m=+0.012")
			.build();
		JWEObject written = new JWEObject(header, new Payload(item));
		written.encrypt(new PasswordBasedEncrypter(password, SALT_SIZE, ITERATIONS));
		return written.serialize();
	}

}
