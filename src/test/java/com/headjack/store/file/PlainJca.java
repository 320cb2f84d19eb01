package com.headjack.store.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decrypts as RFC 7518 says, without a library for it.
 */
final class PlainJca {

	private static final int KEY_BITS = 128;

	private static final int TAG_BITS = 128;

	private PlainJca() {
	}

	static String decrypt(String[] parts, String password) throws GeneralSecurityException {
		JsonNode header = JsonMapper.shared().readTree(decode(parts[0]));
		Cipher wrapping = Cipher.getInstance("AESWrap");
		wrapping.init(Cipher.UNWRAP_MODE, key(header, password));
		Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
		gcm.init(Cipher.DECRYPT_MODE, wrapping.unwrap(decode(parts[1]), "AES", Cipher.SECRET_KEY),
				new GCMParameterSpec(TAG_BITS, decode(parts[2])));
		gcm.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
		return new String(gcm.doFinal(joined(decode(parts[3]), decode(parts[4]))), StandardCharsets.UTF_8);
	}

	private static SecretKeySpec key(JsonNode header, String password) throws GeneralSecurityException {
		byte[] salt = joined(header.path("alg").asString().getBytes(StandardCharsets.US_ASCII), new byte[1],
				decode(header.path("p2s").asString()));
		PBEKeySpec specification = new PBEKeySpec(password.toCharArray(), salt, header.path("p2c").asInt(), KEY_BITS);
		return new SecretKeySpec(
				SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(specification).getEncoded(), "AES");
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		Stream.of(parts).forEach(joined::writeBytes);
		return joined.toByteArray();
	}

	private static byte[] decode(String part) {
		return Base64.getUrlDecoder().decode(part);
	}

}
