package com.headjack.engine;

/**
 * An engine works on other files than this machine's: it is on another machine, in a
 * virtual machine, or confined.
 */
public final class FilesUnseenException extends EngineUnavailableException {

	private static final long serialVersionUID = 1L;

	private static final String REMEDY = "use an engine that works on this machine's own files, or let its virtual machine, "
			+ "snap or dev container share this folder under the same path";

	private final String fact;

	/**
	 * Creates the failure.
	 * @param address the engine's address
	 * @param path the folder or file that is not this machine's
	 */
	public FilesUnseenException(String address, String path) {
		super("the engine at %s does not see this machine's files: %s is missing there, or another file or folder"
			.formatted(address, path), REMEDY, null);
		this.fact = "the engine at %s does not see this machine's files".formatted(address);
	}

	/**
	 * Returns what the engine does not do.
	 * @return a sentence without a full stop
	 */
	public String fact() {
		return this.fact;
	}

}
