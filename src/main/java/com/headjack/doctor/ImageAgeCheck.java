package com.headjack.doctor;

import java.util.List;

import com.headjack.engine.ContainerEngine;
import com.headjack.image.AgentDockerfile;

/**
 * Checks that the image of instances is of the Dockerfile that this hjk brings.
 *
 * @param engine the engine
 * @param dockerfile the Dockerfile
 * @param image the image's name
 */
record ImageAgeCheck(ContainerEngine engine, AgentDockerfile dockerfile, String image) implements Check {

	@Override
	public String name() {
		return "image age";
	}

	@Override
	public List<Diagnostic> run() {
		return this.engine.findImage(this.image)
			.filter(this.dockerfile::differsFrom)
			.map((_) -> Diagnostic.warning(name(), this.image + " was not built from the Dockerfile of this hjk",
					"run 'hjk image build', then rebuild the images that build on it"))
			.stream()
			.toList();
	}

}
