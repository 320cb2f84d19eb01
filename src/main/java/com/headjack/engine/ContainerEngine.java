package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Runs containers. Creating an engine is cheap and has no side effects; every other call
 * throws {@link EngineUnavailableException} if no engine answers, and
 * {@link EngineException} if the engine refuses.
 */
public interface ContainerEngine extends AutoCloseable {

	/**
	 * Returns the engine's name and version.
	 * @return its name and version
	 */
	EngineVersion version();

	/**
	 * Finds a local image.
	 * @param image the image's name
	 * @return the image, or empty if the engine does not have it
	 */
	Optional<Image> findImage(String image);

	/**
	 * Pulls an image from its registry.
	 * @param image the image's name
	 * @return the image
	 * @throws ImageNotFoundException if the image cannot be pulled
	 */
	Image pull(String image);

	/**
	 * Creates a container without starting it.
	 * @param spec the container's specification
	 * @return the container's id
	 * @throws ImageNotFoundException if the engine does not have the image
	 * @throws ContainerConflictException if a container with that name exists
	 */
	String create(ContainerSpec spec);

	/**
	 * Finds the proxies of the user's configuration that a new container cannot reach,
	 * since they are on this machine's own loopback device.
	 * @param options the user's additional options for the container
	 * @return the names of their variables, such as {@code HTTP_PROXY}, or an empty list
	 */
	default List<String> deadProxies(RuntimeOptions options) {
		return List.of();
	}

	/**
	 * Returns whether the engine can limit the memory of containers.
	 * @return {@code false} if a container may take all of the machine's memory, whatever
	 * its limit
	 */
	default boolean limitsMemory() {
		return true;
	}

	/**
	 * Starts a container; does nothing if it is running.
	 * @param container its id or name
	 * @throws ContainerNotRunningException if it is gone
	 */
	void start(String container);

	/**
	 * Lets a paused container go on; does nothing if it is not paused.
	 * @param container its id or name
	 * @throws ContainerNotRunningException if it is gone
	 */
	void unpause(String container);

	/**
	 * Stops a container; does nothing if it is stopped.
	 * @param container its id or name
	 * @param grace how long its main program may take to end by itself
	 * @throws ContainerNotRunningException if it is gone
	 * @throws ContainerUnresponsiveException if it does not stop in time
	 */
	void stop(String container, Duration grace);

	/**
	 * Removes a container, running or not; does nothing if it is gone.
	 * @param container its id or name
	 * @throws ContainerUnresponsiveException if it does not end in time
	 */
	void remove(String container);

	/**
	 * Removes a volume with its content; does nothing if it is gone.
	 * @param name its name
	 */
	void removeVolume(String name);

	/**
	 * Lists containers, running or not.
	 * @param labels the labels that every listed container has; an empty value matches
	 * any value
	 * @return the containers, in no particular order
	 */
	List<ContainerState> list(Map<String, String> labels);

	/**
	 * Returns whether a container has stopped for lack of memory: the kernel killed its
	 * main program.
	 * @param container its id or name
	 * @return {@code false} also if it runs or is gone
	 */
	boolean outOfMemory(String container);

	/**
	 * Runs a program in a running container and waits for it to end, but no longer than
	 * the request says: other programs in the container can hold it up.
	 * @param container the container's id or name
	 * @param request the program to run
	 * @return its exit code and its output, at most 16 MiB of each stream
	 * @throws ContainerNotRunningException if the container is not running
	 * @throws ContainerUnresponsiveException if the program does not end in time; it may
	 * run on
	 */
	ExecResult exec(String container, ExecRequest request);

	/**
	 * Runs a program in a running container, and then another one that depends on what
	 * the first found, with the same user and the same variables. Each has its time-out.
	 * @param container the container's id or name
	 * @param first the program to run first, without input
	 * @param next makes the second program of the first one's result; closed after its
	 * end
	 * @return the second program's result; the first one's, if that could not be run to
	 * its end
	 * @throws ContainerNotRunningException if the container is not running
	 * @throws ContainerUnresponsiveException if a program does not end in time; it may
	 * run on
	 */
	default ExecResult execBoth(String container, ExecRequest first, Function<ExecResult, ExecRequest> next) {
		try (ExecRequest second = next.apply(exec(container, first))) {
			return exec(container, second);
		}
	}

	/**
	 * Runs a program in a running container, passes on its input and output as they come,
	 * and waits for it to end.
	 * @param container the container's id or name
	 * @param request the program to run
	 * @param streams its input, used only if the request has none, and its outputs
	 * @return its exit code
	 * @throws ContainerNotRunningException if the container is not running
	 * @throws ReaderGoneException if the output cannot be passed on; the program keeps
	 * running
	 */
	int stream(String container, ExecRequest request, ExecStreams streams);

	/**
	 * Runs a program in a running container at a terminal, and waits until the program
	 * ends or the terminal is gone. The program survives the loss of the terminal.
	 * @param container the container's id or name
	 * @param request the program to run; its input is ignored
	 * @param terminal the terminal, in raw mode
	 * @return its exit code, or empty if the terminal was gone first
	 * @throws ContainerNotRunningException if the container is not running
	 */
	OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal);

	/**
	 * Closes the connection, if there is one.
	 */
	@Override
	void close();

}
