package com.headjack.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.headjack.failure.FailureKind;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.gitconfig.ContainerFiles;
import com.headjack.gitconfig.HostCopy;
import com.headjack.host.UntrustedFile;

/**
 * Puts git's configuration where a container reads it.
 */
final class GitDelivery {

	private static final int LARGEST = 1024 * 1024;

	private final GitFolder folder;

	private final Set<String> written = new HashSet<>();

	private final List<String> notices = new ArrayList<>();

	private GitDelivery(GitFolder folder) {
		this.folder = folder;
	}

	/**
	 * Writes the configuration, and removes what is no longer part of it.
	 * @param configuration the configuration
	 * @param found the programs, of those that it needs, that the container has
	 * @param folder where to write
	 * @return what the user has to know of what could not be copied
	 */
	static List<String> deliver(ContainerConfiguration configuration, Set<String> found, GitFolder folder) {
		GitDelivery delivery = new GitDelivery(folder);
		try {
			delivery.write(configuration, found);
			return delivery.notices;
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED,
					"cannot write git's configuration for the container: " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

	private void write(ContainerConfiguration configuration, Set<String> found) throws IOException {
		this.folder.create();
		text(ContainerFiles.DRIVER, ContainerFiles.driver());
		for (HostCopy copy : configuration.copies()) {
			if (copy.hooks()) {
				hooks(copy.name(), copy.sources().getFirst());
			}
			else {
				file(copy);
			}
		}
		text(ContainerFiles.CONFIGURATION, configuration.user(found));
		this.folder.keepOnly(this.written);
	}

	private void text(String name, String text) throws IOException {
		this.folder.write(name, text);
		this.written.add(name);
	}

	private void file(HostCopy copy) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		boolean any = false;
		for (Path source : copy.sources()) {
			Optional<byte[]> bytes = read(source);
			any |= bytes.isPresent();
			if (bytes.isPresent()) {
				content.write(bytes.get());
				content.write((copy.sources().size() > 1) ? "\n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
			}
		}
		if (any) {
			this.folder.write(copy.name(), content.toByteArray(), false);
			this.written.add(copy.name());
		}
	}

	private Optional<byte[]> read(Path source) {
		if (!Files.isRegularFile(source)) {
			return Optional.empty();
		}
		try (InputStream stream = Files.newInputStream(source)) {
			byte[] content = stream.readNBytes(LARGEST + 1);
			if (content.length <= LARGEST) {
				return Optional.of(content);
			}
			this.notices.add("git in the container does not see " + source + ", which is larger than 1 MiB");
		}
		catch (IOException ex) {
			this.notices.add("git in the container does not see " + source + ", which cannot be read");
		}
		return Optional.empty();
	}

	private void hooks(String name, Path source) throws IOException {
		if (!Files.isDirectory(source)) {
			return;
		}
		Optional<Map<String, Path>> files = HooksCopy.of(source);
		if (files.isEmpty()) {
			this.notices.add("the hooks in " + source
					+ " do not run in containers: the folder is too large to copy, or cannot be read");
		}
		for (Map.Entry<String, Path> file : files.orElse(Map.of()).entrySet()) {
			String copy = name + "/" + file.getKey();
			Optional<byte[]> content = new UntrustedFile(file.getValue().toRealPath(), HooksCopy.SIZE).bytes();
			if (content.isPresent()) {
				this.folder.write(copy, content.get(), Files.isExecutable(file.getValue()));
				this.written.add(copy);
			}
		}
	}

}
