package com.headjack.credential;

import com.headjack.store.SecretName;

/**
 * Receives the events of a migration.
 */
@FunctionalInterface
public interface MigrationLog {

	/**
	 * A credential is now in the target and no longer in the source.
	 * @param name its name
	 */
	void moved(SecretName name);

}
