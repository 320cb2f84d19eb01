package com.headjack.trust;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;

/**
 * The settings that a login itself needs. A repository that has the same does not change
 * the login.
 *
 * @param values the settings of each login that is meant
 */
record OwnSettings(List<Map<String, Object>> values) {

	static OwnSettings of(AgentProfile profile, @Nullable LoginMethod method, String file) {
		Collection<Login> logins = (method != null) ? profile.login(method).stream().toList()
				: profile.logins().values();
		return new OwnSettings(logins.stream().map((login) -> login.settings().getOrDefault(file, Map.of())).toList());
	}

	boolean agreeWith(Leaf leaf) {
		return this.values.stream().allMatch((own) -> leaf.value().equals(String.valueOf(value(own, leaf.path()))));
	}

	private static @Nullable Object value(Object own, List<String> path) {
		Object value = own;
		for (String part : path) {
			if (!(value instanceof Map<?, ?> map) || map.get(part) == null) {
				return null;
			}
			value = map.get(part);
		}
		return value;
	}

}
