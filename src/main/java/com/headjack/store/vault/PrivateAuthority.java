package com.headjack.store.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

import com.headjack.store.StoreUnavailableException;

/**
 * A certificate authority of the user's own, in place of those that Java trusts.
 */
final class PrivateAuthority {

	private PrivateAuthority() {
	}

	/**
	 * Trusts an authority.
	 * @param file PEM certificates
	 */
	static SSLContext trusted(Path file) {
		try {
			Collection<? extends Certificate> certificates = certificates(file);
			if (certificates.isEmpty()) {
				throw unusable(file, "holds no certificate", null);
			}
			return context(certificates);
		}
		catch (CertificateException ex) {
			throw unusable(file, "is no PEM file of certificates", ex);
		}
		catch (IOException ex) {
			throw unusable(file, "cannot be read", ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("TLS does not work here", ex);
		}
	}

	private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
		try (InputStream pem = Files.newInputStream(file)) {
			return CertificateFactory.getInstance("X.509").generateCertificates(pem);
		}
	}

	private static SSLContext context(Collection<? extends Certificate> certificates)
			throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (Certificate certificate : certificates) {
			store.setCertificateEntry("authority-" + store.size(), certificate);
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static StoreUnavailableException unusable(Path file, String reason, @Nullable Throwable cause) {
		return new StoreUnavailableException("the certificate authority %s %s".formatted(file, reason),
				"correct VAULT_CACERT", cause);
	}

}
