package com.headjack.store.namesake;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A secret with its name, in the namesake's format.
 */
public final class Item implements AutoCloseable {

	private final String key;

	private final byte[] data;

	/**
	 * Creates an item.
	 * @param key the text of the secret's name
	 * @param data the secret, wiped when the item is closed
	 */
	public Item(String key, byte[] data) {
		this.key = key;
		this.data = data;
	}

	/**
	 * Reads an item.
	 * @param json the item's JSON
	 * @return the item
	 * @throws MalformedItemException if it is not an item's JSON
	 */
	public static Item parse(byte[] json) {
		Fields fields = new Fields();
		StrictJson.read(json, fields::take);
		return fields.item();
	}

	/**
	 * The item's JSON, in the form that other programs with this format read.
	 * @return the JSON, which the caller must wipe
	 */
	public byte[] json() {
		return StrictJson.write((generator) -> {
			generator.writeStringProperty("Key", this.key);
			generator.writeName("Data");
			generator.writeBinary(this.data);
			generator.writeStringProperty("Label", "Headjack - " + this.key);
			generator.writeStringProperty("Description", "Headjack CLI credential");
		});
	}

	public String key() {
		return this.key;
	}

	public byte[] data() {
		return this.data;
	}

	@Override
	public void close() {
		Arrays.fill(this.data, (byte) 0);
	}

	private static final class Fields {

		private @Nullable String key;

		private byte @Nullable [] data;

		void take(String name, JsonParser value) {
			switch (name) {
				case "Key" -> this.key = value.getString();
				case "Data" -> this.data = value.getBinaryValue();
				default -> {
				}
			}
		}

		Item item() {
			if (this.key == null || this.data == null) {
				throw new MalformedItemException("it holds no item");
			}
			return new Item(this.key, this.data);
		}

	}

}
