package com.headjack.client;

import java.util.List;

/**
 * Has the resident process run one command. Where that cannot be, the launcher is started
 * again, in place of this process, and runs the command without a resident.
 */
public final class HeadjackClient {

	private HeadjackClient() {
	}

	/**
	 * Runs one command and ends the process with its exit code.
	 * @param args the command
	 */
	public static void main(String[] args) {
		Streams streams = Streams.ofProcess();
		run(List.of(args), Launch.ofProcess(), streams, new SystemProcess(args, streams));
	}

	static void run(List<String> words, Launch launch, Streams streams, ClientProcess process) {
		Service service = new Handshake(launch.patience(), streams, process).with(words, launch);
		if (service != null) {
			service.serve();
		}
	}

}
