package com.headjack.injection;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges JSON objects. Members that are objects are merged in turn, arrays gain their
 * missing elements, and all other values are replaced. {@link #remove} is the way back.
 */
public final class JsonMerge {

	private JsonMerge() {
	}

	/**
	 * Merges one object into another.
	 * @param target the object to change
	 * @param additions the object to merge into it
	 */
	public static void into(ObjectNode target, ObjectNode additions) {
		additions.properties().forEach((member) -> merge(target, member.getKey(), member.getValue()));
	}

	private static void merge(ObjectNode target, String name, JsonNode addition) {
		JsonNode present = target.path(name);
		if (present instanceof ObjectNode object && addition instanceof ObjectNode additions) {
			into(object, additions);
		}
		else if (present instanceof ArrayNode array && addition instanceof ArrayNode additions) {
			additions.forEach((element) -> addIfMissing(array, element));
		}
		else {
			target.set(name, addition.deepCopy());
		}
	}

	/**
	 * Removes members from an object.
	 * @param target the object to change
	 * @param shape the members: objects are looked into, arrays become empty, and all
	 * other values go
	 */
	static void remove(ObjectNode target, ObjectNode shape) {
		shape.properties().forEach((member) -> remove(target, member.getKey(), member.getValue()));
	}

	private static void remove(ObjectNode target, String name, JsonNode shape) {
		JsonNode present = target.path(name);
		if (shape instanceof ObjectNode members) {
			if (present instanceof ObjectNode object) {
				remove(object, members);
			}
		}
		else if (present instanceof ArrayNode array && shape.isArray()) {
			array.removeAll();
		}
		else {
			target.remove(name);
		}
	}

	private static void addIfMissing(ArrayNode array, JsonNode element) {
		if (array.valueStream().noneMatch(element::equals)) {
			array.add(element.deepCopy());
		}
	}

}
