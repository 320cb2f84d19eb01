package com.headjack.client;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NoRandomTests {

	private static final String PROPERTY = "java.security.properties";

	private static final String ALGORITHM = "NativePRNGNonBlocking";

	@AfterEach
	void restore() {
		System.clearProperty(PROPERTY);
		Security.removeProvider("HeadjackClient");
	}

	@Test
	void preferGivesJavaASourceOfNothing() throws NoSuchAlgorithmException {
		System.setProperty(PROPERTY, "=/dev/null");
		NoRandom.prefer();
		SecureRandom source = SecureRandom.getInstance(ALGORITHM);
		assertThat(source.getProvider().getName()).isEqualTo("HeadjackClient");
		source.setSeed(new byte[1]);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(source::nextInt);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> source.generateSeed(1));
	}

	@Test
	void preferWithoutTheLaunchersPropertyChangesNothing() {
		Provider[] before = Security.getProviders();
		NoRandom.prefer();
		assertThat(Security.getProviders()).isEqualTo(before);
	}

}
