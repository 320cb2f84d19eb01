package com.headjack.instance;

/**
 * The labels by which containers are found.
 */
final class Labels {

	static final String ID = "com.headjack.id";

	static final String REPOSITORY = "com.headjack.repository";

	static final String REPOSITORY_ID = "com.headjack.repository-id";

	static final String BRANCH = "com.headjack.branch";

	static final String WORKTREE = "com.headjack.worktree";

	static final String FOLDER = "com.headjack.folder";

	static final String IMAGE = "com.headjack.image";

	static final String WORKSPACE = "com.headjack.workspace";

	static final String CREATED = "com.headjack.created";

	private Labels() {
	}

}
