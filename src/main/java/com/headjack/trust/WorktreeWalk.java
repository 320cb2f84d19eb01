package com.headjack.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * A walk through the folders of a worktree, which a container can make deep and large.
 */
final class WorktreeWalk {

	private static final int MOST_NAMES = 2000;

	private static final int DEEPEST = 12;

	private final WorktreeFiles files;

	private int names;

	WorktreeWalk(WorktreeFiles files) {
		this.files = files;
	}

	List<String> list(String pattern) throws UnreadableException {
		List<String> found = new ArrayList<>();
		collect("", List.of(pattern.split("/")), DEEPEST, found);
		return found.stream().distinct().sorted().toList();
	}

	private void collect(String folder, List<String> parts, int depth, List<String> found) throws UnreadableException {
		String part = parts.getFirst();
		List<String> rest = parts.subList(1, parts.size());
		if (part.equals("**")) {
			collect(folder, rest, depth, found);
			if (depth > 0) {
				for (String name : names(folder)) {
					collect(folder + name + "/", parts, depth - 1, found);
				}
			}
			return;
		}
		for (String name : (part.indexOf('*') < 0) ? List.of(part) : matching(folder, part)) {
			if (rest.isEmpty()) {
				found.add(folder + name);
			}
			else {
				collect(folder + name + "/", rest, depth, found);
			}
		}
	}

	private List<String> matching(String folder, String part) throws UnreadableException {
		Glob pattern = Glob.parse(part);
		return names(folder).stream().filter(pattern::matches).toList();
	}

	private List<String> names(String folder) throws UnreadableException {
		List<String> found = this.files.names(folder, MOST_NAMES - this.names);
		this.names += found.size();
		return found;
	}

}
