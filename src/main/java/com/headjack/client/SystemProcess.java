package com.headjack.client;

/**
 * The process of the operating system.
 */
final class SystemProcess implements ClientProcess {

	private static final int UNAVAILABLE = 4;

	private final String[] words;

	private final Streams streams;

	SystemProcess(String[] words, Streams streams) {
		this.words = words;
		this.streams = streams;
	}

	/**
	 * {@inheritDoc} All output was written, and nothing has to be tidied up: no shutdown
	 * hook is waited for.
	 */
	@Override
	public void end(int code) {
		Runtime.getRuntime().halt(code);
	}

	@Override
	public void passSignals(Service service) {
		Signals.pass(service, "INT", "TERM", "HUP", "WINCH", "CONT");
	}

	@Override
	public void alone() {
		String failure = Relaunch.of(this.words).run();
		this.streams.say("error: hjk cannot start itself again: " + failure,
				"hint: set HJK_RESIDENT=off to do without the resident process");
		end(UNAVAILABLE);
	}

}
