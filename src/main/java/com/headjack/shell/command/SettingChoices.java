package com.headjack.shell.command;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.KnownCredentials;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.engine.RuntimeName;
import com.headjack.shell.grammar.UsageException;
import com.headjack.store.StoreNames;
import com.headjack.store.StoreSelector;

/**
 * The permitted values of settings with a fixed choice.
 */
final class SettingChoices {

	private final AgentCatalog catalog;

	SettingChoices(AgentCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Refuses a value that the setting does not permit.
	 * @throws UsageException if the setting has a fixed choice and the value is not in it
	 */
	void check(ConfigurationKey key, String value) {
		List<String> choices = of(key.setting());
		if (!choices.isEmpty() && !choices.contains(value)) {
			String what = (key.setting() == Setting.DEFAULT_AGENT) ? "agent" : "value";
			throw new UsageException("invalid %s \"%s\" for %s".formatted(what, shown(value), key),
					"use one of " + String.join(", ", choices));
		}
	}

	/**
	 * What a message may show of a value, which may be a credential in the wrong place.
	 */
	private String shown(String value) {
		KnownCredentials known = this.catalog.knownCredentials();
		return Stream.of(value.split("[=\\s\"':,]+", -1))
			.anyMatch((part) -> known.token(part).filter((token) -> token.isChoice(part)).isPresent()) ? "…" : value;
	}

	/**
	 * Lists the values of a setting.
	 * @return the values; empty if the setting takes any value
	 */
	private List<String> of(Setting setting) {
		return switch (setting) {
			case DEFAULT_AGENT -> this.catalog.ids().stream().map(AgentId::value).toList();
			case RUNTIME_NAME -> RuntimeName.all();
			case KEYRING_BACKEND -> Stream.concat(Stream.of(StoreSelector.AUTO), StoreNames.ALL.stream()).toList();
			default -> List.of();
		};
	}

}
