package com.headjack.engine.docker;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;

/**
 * The callback of an image pull.
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
	 * The reason why the pull failed.
	 * @return one line, or empty if it has not failed
	 */
	String failure() {
		return this.failure;
	}

}
