package com.headjack.injection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.headjack.agent.Home;

/**
 * Where an agent's files are in a container, as far as its profile and the user's
 * configuration tell.
 *
 * @param moved the files that variables move away from the home folder
 * @param configured the values of such variables, and of {@code HOME}, that the profile
 * or the user sets; the container may have others
 */
public record Homes(List<Home> moved, Map<String, String> configured) {

	/**
	 * All files are below the home folder of the container.
	 */
	public static final Homes NONE = new Homes(List.of(), Map.of());

	private static final String HOME = "HOME";

	public Homes {
		moved = List.copyOf(moved);
		configured = Map.copyOf(configured);
	}

	static Homes of(List<Home> moved, Map<String, String> variables) {
		return new Homes(moved,
				variables.entrySet()
					.stream()
					.filter((variable) -> variable.getKey().equals(HOME)
							|| moved.stream().anyMatch((home) -> home.variable().equals(variable.getKey())))
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	/**
	 * Returns the home folder that is configured.
	 * @return the folder as it was written, or empty text if the container's own is used
	 */
	public String home() {
		return this.configured.getOrDefault(HOME, "");
	}

	/**
	 * Finds the variable that may move a file.
	 * @param file the file's path below the home folder
	 * @return the variable, or empty if the file is always below the home folder
	 */
	public Optional<MovedFile> of(String file) {
		return this.moved.stream()
			.map((home) -> home.placeOf(file).map((below) -> moved(home.variable(), below)))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private MovedFile moved(String variable, String below) {
		return new MovedFile(variable, this.configured.getOrDefault(variable, ""), below);
	}

	/**
	 * A file that a variable may move.
	 *
	 * @param variable the variable's name
	 * @param folder its configured value, or empty text
	 * @param below the file's path below this folder
	 */
	public record MovedFile(String variable, String folder, String below) {

	}

}
