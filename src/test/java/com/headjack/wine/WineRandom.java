package com.headjack.wine;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.security.SecureRandomSpi;

/**
 * Random numbers for a Java that runs under Wine. Java's own source asks Windows for the
 * network interfaces, by a function that Wine does not have.
 */
public final class WineRandom extends Provider {

	private static final long serialVersionUID = 1L;

	/**
	 * Called by Java, by the name of the class.
	 */
	public WineRandom() {
		super("WineRandom", "1", "The host's random numbers");
		put("SecureRandom.WineRandom", Source.class.getName());
		put("SecureRandom.WineRandom ThreadSafe", "true");
	}

	/**
	 * Reads the host's random numbers: Wine's drive {@code Z:} is the host's root folder.
	 */
	public static final class Source extends SecureRandomSpi {

		private static final long serialVersionUID = 1L;

		@Override
		protected void engineSetSeed(byte[] seed) {
			// The host needs none.
		}

		@Override
		protected void engineNextBytes(byte[] bytes) {
			try (InputStream random = new FileInputStream("Z:\\dev\\urandom")) {
				random.readNBytes(bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		protected byte[] engineGenerateSeed(int size) {
			byte[] seed = new byte[size];
			engineNextBytes(seed);
			return seed;
		}

	}

}
