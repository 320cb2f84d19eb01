package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.List;

/**
 * What a container needs a copy of.
 *
 * @param name the name of the copy
 * @param sources the files, one after the other, or the one folder of hooks; what does
 * not exist is left out
 * @param hooks whether it is a folder of hooks
 */
public record HostCopy(String name, List<Path> sources, boolean hooks) {

	public HostCopy {
		sources = List.copyOf(sources);
	}

}
