package com.headjack.engine;

/**
 * An engine with a name does what it does without one.
 */
class NamedEngineTests extends ContainerEngineContract {

	private final NamedEngine engine = new NamedEngine("big", new InMemoryEngine());

	@Override
	protected ContainerEngine engine() {
		return this.engine;
	}

	@Override
	protected String image() {
		return InMemoryEngine.IMAGE;
	}

}
