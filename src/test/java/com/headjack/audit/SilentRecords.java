package com.headjack.audit;

import java.io.OutputStream;
import java.util.List;

import com.headjack.engine.EngineRecords;

/**
 * Records of an engine that hold nothing.
 */
class SilentRecords implements EngineRecords {

	@Override
	public ContainerRecord container(String container, OutputStream target) {
		return new ContainerRecord("", List.of());
	}

	@Override
	public void image(String image, OutputStream target) {
	}

	@Override
	public void history(String image, OutputStream target) {
	}

	@Override
	public void programs(String container, OutputStream target) {
	}

	@Override
	public List<FileChange> changes(String container) {
		return List.of();
	}

	@Override
	public boolean files(String container, String path, OutputStream target) {
		return true;
	}

	@Override
	public void close() {
	}

}
