package com.headjack.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs tokens with a key of its own, as a forge or a cluster does.
 *
 * @param keys the key
 */
record SignedTokens(KeyPair keys) {

	static final String ISSUER = "https://forge.example";

	static SignedTokens create() {
		try {
			return new SignedTokens(KeyPairGenerator.getInstance("RSA").generateKeyPair());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The key that the tokens are checked with, in PEM format.
	 */
	String publicKey() {
		Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
		return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
			.formatted(lines.encodeToString(this.keys.getPublic().getEncoded()));
	}

	/**
	 * The token of a forge's job.
	 */
	String token(String audience, String project, Duration life) {
		return sign(claims(life).audience(audience).subject("job").claim("project", project));
	}

	/**
	 * The token of a pod.
	 */
	String serviceAccount(String namespace, String name) {
		return sign(claims(Duration.ofMinutes(5)).audience(List.of("hjk", "https://kubernetes.example"))
			.subject("system:serviceaccount:%s:%s".formatted(namespace, name))
			.claim("kubernetes.io", Map.of("namespace", namespace, "serviceaccount", Map.of("name", name, "uid",
					UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()))));
	}

	private static JWTClaimsSet.Builder claims(Duration life) {
		Instant end = Instant.now().plus(life);
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.issueTime(Date.from(end.minus(Duration.ofMinutes(5))))
			.expirationTime(Date.from(end));
	}

	private String sign(JWTClaimsSet.Builder claims) {
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
		try {
			token.sign(new RSASSASigner(this.keys.getPrivate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	@Override
	public String toString() {
		return "SignedTokens";
	}

}
