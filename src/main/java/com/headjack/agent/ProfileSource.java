package com.headjack.agent;

import java.util.List;
import java.util.Optional;

/**
 * A place that holds profiles.
 */
interface ProfileSource {

	List<AgentId> ids();

	Optional<AgentProfile> find(AgentId id);

}
