package com.headjack.client;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;

/**
 * A source of random numbers that gives none. Java prepares one for each process that
 * opens a socket of the file system, for names that only servers need. Its own one takes
 * longer than all the rest of a client.
 */
final class NoRandom extends Provider {

	private static final long serialVersionUID = 1L;

	private NoRandom() {
		super("HeadjackClient", "1", "No random numbers");
		put("SecureRandom.NativePRNGNonBlocking", Source.class.getName());
	}

	/**
	 * Has Java take this source. Its other ones are not loaded either if the launcher set
	 * {@code java.security.properties}; else this is as slow as without.
	 */
	static void prefer() {
		if (System.getProperty("java.security.properties") != null) {
			Security.insertProviderAt(new NoRandom(), 1);
		}
	}

	/**
	 * Gives no numbers.
	 */
	public static final class Source extends SecureRandomSpi {

		private static final long serialVersionUID = 1L;

		@Override
		protected void engineSetSeed(byte[] seed) {
			// There is nothing to seed.
		}

		@Override
		protected void engineNextBytes(byte[] bytes) {
			throw new UnsupportedOperationException("no random numbers");
		}

		@Override
		protected byte[] engineGenerateSeed(int count) {
			throw new UnsupportedOperationException("no random numbers");
		}

	}

}
