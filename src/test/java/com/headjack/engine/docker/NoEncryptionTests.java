package com.headjack.engine.docker;

import java.util.List;

import javax.net.ssl.SSLContext;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NoEncryptionTests {

	@Test
	void allThatWouldEncryptIsRefused() {
		SSLContext context = new NoEncryption();
		List<ThrowingCallable> calls = List.of(() -> context.init(null, null, null), context::getSocketFactory,
				context::getServerSocketFactory, context::createSSLEngine,
				() -> context.createSSLEngine("localhost", 1), context::getServerSessionContext,
				context::getClientSessionContext);
		calls.forEach((call) -> assertThatIllegalStateException().isThrownBy(call)
			.withMessage("the connection to this engine is not encrypted"));
	}

}
