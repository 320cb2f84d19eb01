package com.headjack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The folder that stands for the root folder of a container. What is mounted from the
 * host is a link there, and the words of programs are told to look there.
 */
final class ScratchRoot {

	/**
	 * What a container has of its own. All else is the machine's: programs, devices,
	 * processes.
	 */
	private static final List<String> OWN = List.of("/etc", "/home", "/root", "/run", "/srv", "/tmp", "/var");

	private final Path folder;

	private final List<Mount> mounts;

	private final Pattern own;

	/**
	 * The sources of mounts within others, by their targets.
	 */
	private final Map<String, Path> nested = new HashMap<>();

	private ScratchRoot(Path folder, List<Mount> mounts) {
		this.folder = folder;
		this.mounts = mounts;
		this.own = pattern(folder, mounts);
	}

	/**
	 * Makes the folder.
	 * @throws EngineException if the source of a mount is missing
	 */
	static ScratchRoot create(Path folder, List<Mount> mounts) throws IOException {
		ScratchRoot root = new ScratchRoot(folder, mounts);
		for (String path : OWN) {
			Files.createDirectories(root.resolve(path));
		}
		root.link(mounts.stream().filter(Mount.Bind.class::isInstance).map(Mount.Bind.class::cast).toList());
		root.makeMemory();
		return root;
	}

	/**
	 * A mount within another one is seen where a word names it, and otherwise as far as
	 * that shows the same: a link cannot be made there without changing the host's files.
	 */
	private void link(List<Mount.Bind> binds) throws IOException {
		List<Path> made = new ArrayList<>();
		for (Mount.Bind bind : binds.stream().sorted(Comparator.comparing(Mount.Bind::target)).toList()) {
			if (Files.notExists(bind.source())) {
				throw new EngineException("the source of a mount does not exist: " + bind.source(), null, null);
			}
			Path link = resolve(bind.target());
			if (made.stream().noneMatch(link::startsWith)) {
				Files.createDirectories(link.resolve("..").normalize());
				Files.deleteIfExists(link);
				made.add(Files.createSymbolicLink(link, bind.source()));
			}
			else {
				this.nested.put(bind.target(), bind.source());
			}
		}
	}

	private void makeMemory() throws IOException {
		for (Path memory : memory()) {
			Files.createDirectories(memory);
		}
	}

	/**
	 * Empties what is in memory, as the end of a container does.
	 */
	void forgetMemory() throws IOException {
		for (Path memory : memory()) {
			FileSystemUtils.deleteRecursively(memory);
		}
		makeMemory();
	}

	private List<Path> memory() {
		return this.mounts.stream()
			.filter(Mount.Memory.class::isInstance)
			.map((mount) -> resolve(mount.target()))
			.toList();
	}

	/**
	 * Where a path of the container is on this machine.
	 */
	Path resolve(String path) {
		Path given = Path.of(path);
		return given.startsWith(this.folder) ? given : this.folder.resolve(path.replaceFirst("^/+", ""));
	}

	/**
	 * Has a word, which may be a script, name the paths of this machine in the place of
	 * the container's.
	 */
	String rewrite(String word) {
		return this.own.matcher(word).replaceAll((match) -> Matcher.quoteReplacement(rewritten(match.group())));
	}

	private String rewritten(String path) {
		Path source = this.nested.get(path);
		if (source != null) {
			return source.toString();
		}
		return path.equals("/") ? this.folder.toString() : this.folder + path;
	}

	/**
	 * A path begins where a word does, and the root folder alone at the end of a line.
	 */
	private static Pattern pattern(Path folder, List<Mount> mounts) {
		String paths = Stream.concat(OWN.stream(), mounts.stream().map(Mount::target))
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		return Pattern.compile("(?<![\\w.})*~\\\\\\]/-])(?!%s)(?:%s)(?![\\w.-])|(?<=[ \\t]|^)/(?=\\n|$)"
			.formatted(Pattern.quote(folder.toString()), paths));
	}

}
