package com.headjack.instance;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.RuntimeFlag;
import com.headjack.engine.RuntimeOptions;
import com.headjack.failure.FailureKind;

/**
 * The user's limits on what a container may take of the machine.
 *
 * @param preferences the user's configuration
 */
record ContainerLimits(Preferences preferences) {

	private static final String NONE = "none";

	/**
	 * Adds the limits to options, whose own limits count more.
	 * @param options the options
	 * @return the options with the limits
	 * @throws InstanceException if a setting has another form
	 */
	RuntimeOptions addTo(RuntimeOptions options) {
		RuntimeOptions withMemory = add(options, Setting.RUNTIME_MEMORY, RuntimeFlag.MEMORY, "0",
				"a size such as 8g, or none");
		return add(withMemory, Setting.RUNTIME_PIDS, RuntimeFlag.PIDS_LIMIT, "-1", "a number such as 8192, or none");
	}

	private RuntimeOptions add(RuntimeOptions options, Setting setting, RuntimeFlag flag, String unlimited,
			String expected) {
		return this.preferences.text(setting).map((text) -> text.equals(NONE) ? unlimited : text).map((value) -> {
			if (!flag.accepts(value)) {
				throw new InstanceException(FailureKind.MISUSED, setting.pattern() + " expects " + expected,
						"set it with 'hjk config " + setting.pattern() + " VALUE'");
			}
			return options.or(flag, value);
		}).orElse(options);
	}

}
