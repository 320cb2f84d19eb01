package com.headjack.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The engines that a user has: the one of this machine, and others by the names that the
 * user gave them. An engine is reached when it is first needed.
 */
public final class Engines implements AutoCloseable {

	/**
	 * The name of the engine that needs none: that of this machine, or the one that the
	 * environment names.
	 */
	public static final String LOCAL = "local";

	private final Supplier<List<String>> names;

	private final Supplier<String> usual;

	private final Function<String, ContainerEngine> opening;

	private final Map<String, ContainerEngine> open = new ConcurrentHashMap<>();

	/**
	 * Creates the engines.
	 * @param names returns the names that the user gave
	 * @param usual returns the name of the engine for new containers
	 * @param opening makes an engine of its name, or throws an {@link EngineException} if
	 * there is none of that name; reaches nothing
	 */
	public Engines(Supplier<List<String>> names, Supplier<String> usual, Function<String, ContainerEngine> opening) {
		this.names = names;
		this.usual = usual;
		this.opening = opening;
	}

	/**
	 * Creates the engines of a user who has only one.
	 * @param engine the engine of this machine
	 * @return the engines
	 */
	public static Engines of(ContainerEngine engine) {
		return new Engines(List::of, () -> LOCAL, (_) -> engine);
	}

	/**
	 * Returns the names of all engines.
	 * @return {@link #LOCAL}, then the names that the user gave
	 */
	public List<String> names() {
		List<String> all = new ArrayList<>(List.of(LOCAL));
		all.addAll(this.names.get());
		return List.copyOf(all);
	}

	/**
	 * Returns the name of the engine for new containers.
	 * @return its name
	 */
	public String usual() {
		return this.usual.get();
	}

	/**
	 * Returns an engine.
	 * @param name its name
	 * @return the engine, which is closed with this; the ids of its containers tell its
	 * name, too
	 * @throws EngineException if there is none of that name
	 */
	public ContainerEngine named(String name) {
		return this.open.computeIfAbsent(name, (_) -> opened(name));
	}

	private ContainerEngine opened(String name) {
		ContainerEngine engine = this.opening.apply(name);
		return name.equals(LOCAL) ? engine : new NamedEngine(name, engine);
	}

	/**
	 * Returns the name of the engine that has a container.
	 * @param container the container's id
	 * @return the name
	 */
	public static String nameOf(String container) {
		return ContainerHandle.of(container).engine();
	}

	/**
	 * Returns the id that an engine knows its container by.
	 * @param container the container's id
	 * @return the id without the name of the engine
	 */
	public static String idOf(String container) {
		return ContainerHandle.of(container).container();
	}

	/**
	 * Returns the id of something that is on the same engine as a container.
	 * @param container the container's id
	 * @param id the id or name that the engine knows it by
	 * @return the id for {@link EngineRecords}
	 */
	public static String beside(String container, String id) {
		return new ContainerHandle(nameOf(container), id).toString();
	}

	/**
	 * Returns all engines as one.
	 * @return an engine that passes each call on to the engine of the container, or to
	 * the usual one; closed with this
	 */
	public ContainerEngine routed() {
		return new RoutedEngine(this);
	}

	/**
	 * Lists containers, from all engines at once. It takes as long as the slowest one,
	 * which has its own time-out.
	 * @param labels the labels that every listed container has; an empty value matches
	 * any value
	 * @param asked the names of the engines
	 * @return the containers, in no particular order, and who did not answer
	 */
	public ContainerListing list(Map<String, String> labels, Collection<String> asked) {
		Map<String, Future<List<ContainerState>>> answers = new LinkedHashMap<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			asked.forEach((name) -> answers.put(name, threads.submit(() -> named(name).list(labels))));
		}
		List<ContainerState> containers = new ArrayList<>();
		Map<String, EngineException> silent = new HashMap<>();
		answers.forEach((name, answer) -> {
			try {
				containers.addAll(answer.get());
			}
			catch (ExecutionException ex) {
				silent.put(name, failure(ex.getCause()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				silent.put(name, new EngineException("the engine was not waited for", null, ex));
			}
		});
		return new ContainerListing(containers, silent, Set.copyOf(asked));
	}

	private static EngineException failure(@Nullable Throwable cause) {
		return switch (cause) {
			case EngineException ex -> ex;
			case RuntimeException ex -> throw ex;
			case Error ex -> throw ex;
			case null, default -> throw new IllegalStateException(cause);
		};
	}

	@Override
	public void close() {
		this.open.values().forEach(ContainerEngine::close);
	}

}
