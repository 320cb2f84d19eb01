package com.headjack.engine;

class InMemoryEngineTests extends ContainerEngineContract {

	private final InMemoryEngine engine = new InMemoryEngine();

	@Override
	protected ContainerEngine engine() {
		return this.engine;
	}

	@Override
	protected String image() {
		return InMemoryEngine.IMAGE;
	}

}
