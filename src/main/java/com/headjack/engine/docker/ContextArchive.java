package com.headjack.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import com.headjack.engine.ImageBuild;

/**
 * Writes the context of a build as the archive that engines take. All files belong to
 * root in it. What is neither a file, a folder nor a link is left out.
 */
final class ContextArchive extends SimpleFileVisitor<Path> {

	private static final String IGNORE = ".dockerignore";

	private static final int RUNNABLE = 0755;

	private static final int PLAIN = 0644;

	private final ImageBuild build;

	private final Path folder;

	private final Path ignoreFile;

	private final IgnoreFile ignored;

	private final TarArchiveOutputStream archive;

	private ContextArchive(ImageBuild build, OutputStream target) throws IOException {
		this.build = build;
		this.folder = folder(build.dockerfile());
		this.ignoreFile = ignoreFile(build.dockerfile());
		this.ignored = Files.isRegularFile(this.ignoreFile) ? IgnoreFile.parse(Files.readString(this.ignoreFile))
				: IgnoreFile.NONE;
		this.archive = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
		this.archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
		this.archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
		this.archive.setAddPaxHeadersForNonAsciiNames(true);
	}

	private static Path folder(Path dockerfile) {
		Path parent = dockerfile.getParent();
		return (parent != null) ? parent : dockerfile;
	}

	private static Path ignoreFile(Path dockerfile) {
		Path own = dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE);
		return Files.isRegularFile(own) ? own : dockerfile.resolveSibling(IGNORE);
	}

	/**
	 * Writes the archive, and closes it if it is complete. The Dockerfile and the list of
	 * ignored files are always in it; the engine needs both.
	 * @param build what to build
	 * @param target the archive's bytes
	 * @throws IOException if a file cannot be read, or the bytes cannot be written
	 */
	static void write(ImageBuild build, OutputStream target) throws IOException {
		ContextArchive context = new ContextArchive(build, target);
		Files.walkFileTree(context.folder, context);
		context.addAll();
		context.archive.close();
	}

	private void addAll() throws IOException {
		add(this.build.dockerfile().getFileName().toString(), Files.readAllBytes(this.build.dockerfile()));
		if (Files.isRegularFile(this.ignoreFile)) {
			add(IGNORE, Files.readAllBytes(this.ignoreFile));
		}
		for (Map.Entry<String, byte[]> addition : this.build.additions().entrySet()) {
			add(addition.getKey(), addition.getValue());
		}
	}

	private void add(String name, byte[] content) throws IOException {
		TarArchiveEntry entry = new TarArchiveEntry(name);
		entry.setMode(PLAIN);
		entry.setSize(content.length);
		this.archive.putArchiveEntry(entry);
		this.archive.write(content);
		this.archive.closeArchiveEntry();
	}

	@Override
	public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
		String name = name(path);
		if (name.isEmpty()) {
			return FileVisitResult.CONTINUE;
		}
		if (this.ignored.ignores(name)) {
			return this.ignored.simple() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}
		put(entry(name + "/", RUNNABLE, attributes));
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
		String name = name(path);
		if (!this.ignored.ignores(name) && !addedLater(path)) {
			if (attributes.isSymbolicLink()) {
				TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
				link.setLinkName(Files.readSymbolicLink(path).toString());
				put(link);
			}
			else if (attributes.isRegularFile()) {
				copy(path, entry(name, Files.isExecutable(path) ? RUNNABLE : PLAIN, attributes));
			}
		}
		return FileVisitResult.CONTINUE;
	}

	private boolean addedLater(Path path) {
		boolean ignoreFileOfFolder = path.equals(this.folder.resolve(IGNORE)) && Files.isRegularFile(this.ignoreFile);
		return ignoreFileOfFolder || path.equals(this.build.dockerfile());
	}

	@Override
	public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
		if (this.ignored.ignores(name(path))) {
			return FileVisitResult.CONTINUE;
		}
		throw failure;
	}

	private void copy(Path path, TarArchiveEntry entry) throws IOException {
		entry.setSize(Files.size(path));
		this.archive.putArchiveEntry(entry);
		Files.copy(path, this.archive);
		this.archive.closeArchiveEntry();
	}

	private void put(TarArchiveEntry entry) throws IOException {
		this.archive.putArchiveEntry(entry);
		this.archive.closeArchiveEntry();
	}

	private static TarArchiveEntry entry(String name, int mode, BasicFileAttributes attributes) {
		TarArchiveEntry entry = new TarArchiveEntry(name);
		entry.setMode(mode);
		entry.setModTime(attributes.lastModifiedTime());
		return entry;
	}

	private String name(Path path) {
		return this.folder.relativize(path).toString().replace('\\', '/');
	}

}
