package com.headjack.store.libsecret;

import java.io.IOException;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Repeats a test whose keyring program has crashed, once, with the program started anew.
 * A failure while the program goes on is one.
 */
final class AfterCrash implements InvocationInterceptor {

	private final TestBus bus;

	private final TestBus.KeyringProgram program;

	AfterCrash(TestBus bus, TestBus.KeyringProgram program) {
		this.bus = bus;
		this.program = program;
	}

	@Override
	public void interceptTestMethod(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> context,
			ExtensionContext test) throws Throwable {
		proceed(invocation, context);
	}

	@Override
	public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> context, ExtensionContext test) throws Throwable {
		proceed(invocation, context);
	}

	@Override
	public void interceptAfterEachMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> context, ExtensionContext test) throws Throwable {
		proceed(invocation, context);
	}

	private void proceed(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> context)
			throws Throwable {
		try {
			invocation.proceed();
		}
		catch (Exception | AssertionError failure) {
			if (!this.bus.providerEnded()) {
				throw failure;
			}
			repeat(context);
		}
	}

	private void repeat(ReflectiveInvocationContext<Method> context) throws IOException {
		this.program.start(this.bus);
		ReflectionSupport.invokeMethod(context.getExecutable(), context.getTarget().orElseThrow(),
				context.getArguments().toArray());
	}

}
