import java.security.GeneralSecurityException;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Prints how many milliseconds the derivation of the file store's key takes in a JVM that
 * has done nothing else.
 */
void main() throws GeneralSecurityException {
	long begin = System.nanoTime();
	SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
		.generateSecret(new PBEKeySpec("FAKE".toCharArray(), new byte[48], 600_000, 128));
	IO.println((System.nanoTime() - begin) / 1_000_000);
}
