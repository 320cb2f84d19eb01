package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs containers. Making an engine is cheap and touches nothing; every other call throws
 * {@link EngineUnavailableException} if no engine answers, and {@link EngineException} if
 * the engine refuses.
 */
public interface ContainerEngine extends AutoCloseable {

	/**
	 * Asks the engine what it is.
	 * @return its name and version
	 */
	EngineVersion version();

	/**
	 * Finds an image that the engine has.
	 * @param image the image's name
	 * @return the image, or empty if the engine does not have it
	 */
	Optional<Image> findImage(String image);

	/**
	 * Fetches an image from its registry.
	 * @param image the image's name
	 * @return the image
	 * @throws ImageNotFoundException if it cannot be had
	 */
	Image pull(String image);

	/**
	 * Creates a container and does not start it.
	 * @param spec what it is made of
	 * @return the container's id
	 * @throws ImageNotFoundException if the engine does not have the image
	 * @throws ContainerConflictException if there is one of that name
	 */
	String create(ContainerSpec spec);

	/**
	 * Starts a container; one that runs is left as it is.
	 * @param container its id or name
	 * @throws ContainerNotRunningException if it is gone
	 */
	void start(String container);

	/**
	 * Stops a container; one that is stopped is left as it is.
	 * @param container its id or name
	 * @param grace how long its main program has to end by itself
	 * @throws ContainerNotRunningException if it is gone
	 */
	void stop(String container, Duration grace);

	/**
	 * Removes a container, running or not; one that is gone already is no failure.
	 * @param container its id or name
	 */
	void remove(String container);

	/**
	 * Lists containers, running or not.
	 * @param labels the labels, with values, that they all have; an empty value stands
	 * for any
	 * @return the containers in no particular order
	 */
	List<ContainerState> list(Map<String, String> labels);

	/**
	 * Runs a program in a running container and waits for its end.
	 * @param container the container's id or name
	 * @param request what to run
	 * @return its exit code and what it printed, at most 16 MiB of each stream
	 * @throws ContainerNotRunningException if the container does not run
	 */
	ExecResult exec(String container, ExecRequest request);

	/**
	 * Runs a program in a running container, passes on what it reads and prints as it
	 * comes, and waits for its end.
	 * @param container the container's id or name
	 * @param request what to run
	 * @param streams what it reads, unless the request says that, and where it prints
	 * @return its exit code
	 * @throws ContainerNotRunningException if the container does not run
	 * @throws ReaderGoneException if what it prints cannot be passed on; the program goes
	 * on
	 */
	int stream(String container, ExecRequest request, ExecStreams streams);

	/**
	 * Runs a program in a running container at a terminal, and waits for its end, or for
	 * that of the terminal, which does not end the program.
	 * @param container the container's id or name
	 * @param request what to run; its input is not used
	 * @param terminal the terminal, in raw mode
	 * @return its exit code, or empty if the terminal went first
	 * @throws ContainerNotRunningException if the container does not run
	 */
	OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal);

	/**
	 * Closes the connection, if there is one.
	 */
	@Override
	void close();

}
