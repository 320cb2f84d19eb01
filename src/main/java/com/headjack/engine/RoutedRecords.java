package com.headjack.engine;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The records of all engines. Containers and images are asked for where they are.
 */
public final class RoutedRecords implements EngineRecords {

	private final Function<String, EngineRecords> opening;

	private final Map<String, EngineRecords> open = new ConcurrentHashMap<>();

	/**
	 * Creates the records.
	 * @param opening returns the records of an engine by its name
	 */
	public RoutedRecords(Function<String, EngineRecords> opening) {
		this.opening = opening;
	}

	private EngineRecords of(ContainerHandle handle) {
		return this.open.computeIfAbsent(handle.engine(), this.opening);
	}

	/**
	 * {@inheritDoc}
	 * @return what they keep; the image's id tells the engine, too
	 */
	@Override
	public ContainerRecord container(String container, OutputStream target) {
		ContainerHandle handle = ContainerHandle.of(container);
		ContainerRecord record = of(handle).container(handle.container(), target);
		return record.image().isEmpty() ? record
				: new ContainerRecord(Engines.beside(container, record.image()), record.mounts());
	}

	@Override
	public void image(String image, OutputStream target) {
		ContainerHandle handle = ContainerHandle.of(image);
		of(handle).image(handle.container(), target);
	}

	@Override
	public void history(String image, OutputStream target) {
		ContainerHandle handle = ContainerHandle.of(image);
		of(handle).history(handle.container(), target);
	}

	@Override
	public void programs(String container, OutputStream target) {
		ContainerHandle handle = ContainerHandle.of(container);
		of(handle).programs(handle.container(), target);
	}

	@Override
	public List<FileChange> changes(String container) {
		ContainerHandle handle = ContainerHandle.of(container);
		return of(handle).changes(handle.container());
	}

	@Override
	public boolean files(String container, String path, OutputStream target) {
		ContainerHandle handle = ContainerHandle.of(container);
		return of(handle).files(handle.container(), path, target);
	}

	@Override
	public void close() {
		this.open.values().forEach(EngineRecords::close);
	}

}
