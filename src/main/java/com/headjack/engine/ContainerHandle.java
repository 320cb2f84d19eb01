package com.headjack.engine;

/**
 * A container and the engine that has it. Its text is the id that the rest of Headjack
 * knows the container by.
 *
 * @param engine the engine's name, or {@link Engines#LOCAL}
 * @param container the container's id or name on that engine
 */
record ContainerHandle(String engine, String container) {

	/**
	 * No id and no name of a container holds it.
	 */
	private static final char MARK = '|';

	static ContainerHandle of(String text) {
		int mark = text.indexOf(MARK);
		return (mark < 0) ? new ContainerHandle(Engines.LOCAL, text)
				: new ContainerHandle(text.substring(0, mark), text.substring(mark + 1));
	}

	@Override
	public String toString() {
		return this.engine.equals(Engines.LOCAL) ? this.container : this.engine + MARK + this.container;
	}

}
