package com.headjack.engine;

import java.io.OutputStream;
import java.util.List;

/**
 * What an engine keeps of containers and images, as it tells it to any of its users. The
 * answers are passed on as they come. Every call throws
 * {@link EngineUnavailableException} if no engine answers,
 * {@link ContainerNotRunningException} if the container is gone, and
 * {@link EngineException} if the engine refuses.
 */
public interface EngineRecords extends AutoCloseable {

	/**
	 * Reads the configuration and the state of a container.
	 * @param container its id or name
	 * @param target receives them as JSON
	 * @return what else is asked about it
	 */
	ContainerRecord container(String container, OutputStream target);

	/**
	 * Reads the configuration of an image.
	 * @param image its name or id
	 * @param target receives it as JSON
	 */
	void image(String image, OutputStream target);

	/**
	 * Reads how an image was made.
	 * @param image its name or id
	 * @param target receives the steps as JSON
	 */
	void history(String image, OutputStream target);

	/**
	 * Reads the programs in a running container with their arguments.
	 * @param container its id or name
	 * @param target receives them as JSON
	 */
	void programs(String container, OutputStream target);

	/**
	 * Lists what a container has changed in the files of its image.
	 * @param container its id or name
	 * @return the changes
	 */
	List<FileChange> changes(String container);

	/**
	 * Reads a file or a folder of a container with all that is below it.
	 * @param container its id or name
	 * @param path the absolute path
	 * @param target receives an archive
	 * @return whether it was there
	 */
	boolean files(String container, String path, OutputStream target);

	/**
	 * Closes the connection, if there is one.
	 */
	@Override
	void close();

	/**
	 * A container as the engine keeps it.
	 *
	 * @param image the id of its image, which may have lost its name to another one
	 * @param mounts the paths in it that are mounts
	 */
	record ContainerRecord(String image, List<String> mounts) {

		public ContainerRecord {
			mounts = List.copyOf(mounts);
		}

	}

	/**
	 * A change of a file or a folder.
	 *
	 * @param path its absolute path
	 * @param added whether the image has nothing there
	 */
	record FileChange(String path, boolean added) {
	}

}
