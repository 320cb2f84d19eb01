package com.headjack.engine;

/**
 * Opens engines of one kind at the addresses that users write.
 */
public interface EngineProvider {

	/**
	 * Returns whether it opens engines at an address.
	 * @param address the address, as a user wrote it
	 * @return whether the address is of this kind
	 */
	boolean understands(String address);

	/**
	 * Opens an engine without reaching it.
	 * @param address where it is
	 * @return the engine, which the caller closes
	 * @throws EngineUnavailableException if it is no usable address; the message names it
	 */
	ContainerEngine open(NamedAddress address);

	/**
	 * Opens the records of an engine without reaching it.
	 * @param address where it is
	 * @return the records, which the caller closes
	 * @throws EngineUnavailableException if it is no usable address
	 */
	EngineRecords records(NamedAddress address);

	/**
	 * Opens what builds images on an engine, without reaching it.
	 * @param address where it is
	 * @return the builder, which the caller closes
	 * @throws EngineUnavailableException if it is no usable address
	 */
	ImageBuilder builder(NamedAddress address);

}
