package com.headjack.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.headjack.engine.BuildLog;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Engines;
import com.headjack.engine.Image;
import com.headjack.engine.ImageBuild;
import com.headjack.engine.ImageBuilder;
import com.headjack.engine.ImageBuilders;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Makes the images that users order.
 */
public final class AgentImages {

	private static final String CERTIFICATES = "config/certificates/";

	private final Engines engines;

	private final ImageBuilders builders;

	private final AgentDockerfile dockerfile;

	private final HostCertificates certificates;

	private final ImageName configured;

	/**
	 * Creates the maker.
	 * @param dockerfile the Dockerfile of Headjack's own image
	 * @param configured the image of new instances
	 */
	AgentImages(Engines engines, ImageBuilders builders, AgentDockerfile dockerfile, HostCertificates certificates,
			ImageName configured) {
		this.engines = engines;
		this.builders = builders;
		this.dockerfile = dockerfile;
		this.certificates = certificates;
		this.configured = configured;
	}

	/**
	 * Makes an image, unless Headjack's own is there as it would become.
	 * @param order what is wanted
	 * @param log is told of the steps
	 * @return the image
	 * @throws HeadjackException if it cannot be made
	 */
	public MadeImage make(ImageOrder order, BuildLog log) {
		ImageName name = order.name().map(ImageName::of).orElse(this.configured);
		String place = order.engine().orElseGet(this.engines::usual);
		ContainerEngine engine = this.engines.named(place);
		ImageBuild build = order.from()
			.map((file) -> OwnDockerfile.of(file).build(name))
			.orElseGet(() -> own(engine, order, name));
		boolean there = order.from().isEmpty() && order.cached() && !order.pulled()
				&& isThere(engine, name, order.slim());
		if (!there) {
			try (ImageBuilder builder = this.builders.on(place)) {
				builder.build(build.using(order.cached(), order.pulled()), log);
			}
		}
		return new MadeImage(name.text(), !there, name.equals(this.configured));
	}

	private boolean isThere(ContainerEngine engine, ImageName name, boolean slim) {
		return engine.findImage(name.text()).filter((image) -> this.dockerfile.made(image, name, slim)).isPresent();
	}

	private ImageBuild own(ContainerEngine engine, ImageOrder order, ImageName name) {
		if (order.name().isEmpty() && !name.ofHeadjack()) {
			requireNoOther(engine, name);
		}
		return this.dockerfile.build(name, order.slim(), certificates());
	}

	/**
	 * Keeps an image that somebody else has made by the configured name.
	 */
	private void requireNoOther(ContainerEngine engine, ImageName name) {
		Optional<Image> there = engine.findImage(name.text());
		if (there.isPresent() && !this.dockerfile.named(there.get(), name)) {
			throw new HeadjackException(FailureKind.MISUSED,
					"the configured image %s is not Headjack's own, which would replace it".formatted(name),
					"add --from with its Dockerfile, or --tag headjack/agent for Headjack's own");
		}
	}

	private Map<String, byte[]> certificates() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		this.certificates.files().forEach((name, content) -> files.put(CERTIFICATES + name, content));
		return files;
	}

}
