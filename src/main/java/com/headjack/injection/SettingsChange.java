package com.headjack.injection;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change to one of an agent's settings files.
 *
 * @param former what an earlier login may have left there: the members that go, and the
 * arrays that become empty
 * @param additions the values to merge into the file afterwards
 */
public record SettingsChange(ObjectNode former, ObjectNode additions) {

	/**
	 * Returns a change that removes nothing.
	 * @param additions the values to merge into the file
	 * @return the change
	 */
	public static SettingsChange adding(ObjectNode additions) {
		return new SettingsChange(JsonNodeFactory.instance.objectNode(), additions);
	}

	/**
	 * Applies the change.
	 * @param content the content of the file, which stays as it is
	 * @return the new content
	 */
	public ObjectNode applyTo(ObjectNode content) {
		ObjectNode changed = content.deepCopy();
		JsonMerge.remove(changed, this.former);
		JsonMerge.into(changed, this.additions);
		return changed;
	}

}
