package com.headjack.doctor;

import java.util.List;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.RuntimeOptions;

/**
 * Checks that containers can reach the proxies of the user's configuration.
 *
 * @param engine the engine
 * @param options the user's additional options for containers
 */
record ProxyCheck(ContainerEngine engine, RuntimeOptions options) implements Check {

	private static final String REMEDY = "let the proxy listen on the address of the engine's bridge and name that one, "
			+ "or run 'hjk config runtime.flags' with [--network, host]";

	@Override
	public String name() {
		return "proxy";
	}

	@Override
	public List<Diagnostic> run() {
		List<String> dead = this.engine.deadProxies(this.options);
		return dead.isEmpty() ? List.of()
				: List.of(Diagnostic.failed(name(),
						"%s: a proxy on this machine's loopback address, which no container reaches"
							.formatted(String.join(", ", dead)),
						REMEDY));
	}

}
