package com.headjack.engine.docker;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;

/**
 * Listens to the pull of an image.
 */
final class PullProgress extends Completion<PullResponseItem> {

	private volatile String failure = "";

	@Override
	public void onNext(PullResponseItem item) {
		ErrorDetail error = item.getErrorDetail();
		if (error != null) {
			this.failure = EngineFailures.line(String.valueOf(error.getMessage()));
		}
	}

	/**
	 * Why it failed.
	 * @return one line, or empty if it did not fail
	 */
	String failure() {
		return this.failure;
	}

}
