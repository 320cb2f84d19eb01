package com.headjack.engine.docker;

import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A context for engines without encryption, which encrypts nothing and trusts nobody. It
 * saves the time to prepare Java's encryption, and to read all the certificates that Java
 * trusts.
 */
final class NoEncryption extends SSLContext {

	NoEncryption() {
		super(new Refusal(), null, "none");
	}

	private static final class Refusal extends SSLContextSpi {

		private static IllegalStateException refused() {
			return new IllegalStateException("the connection to this engine is not encrypted");
		}

		@Override
		protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
			throw refused();
		}

		@Override
		protected SSLSocketFactory engineGetSocketFactory() {
			throw refused();
		}

		@Override
		protected SSLServerSocketFactory engineGetServerSocketFactory() {
			throw refused();
		}

		@Override
		protected SSLEngine engineCreateSSLEngine() {
			throw refused();
		}

		@Override
		protected SSLEngine engineCreateSSLEngine(String host, int port) {
			throw refused();
		}

		@Override
		protected SSLSessionContext engineGetServerSessionContext() {
			throw refused();
		}

		@Override
		protected SSLSessionContext engineGetClientSessionContext() {
			throw refused();
		}

	}

}
