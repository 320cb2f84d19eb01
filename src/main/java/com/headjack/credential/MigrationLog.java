package com.headjack.credential;

import com.headjack.store.SecretName;

/**
 * Hears of a migration as it goes on.
 */
@FunctionalInterface
public interface MigrationLog {

	/**
	 * A credential is in the target, and in the source no more.
	 * @param name the name it is kept under
	 */
	void moved(SecretName name);

}
