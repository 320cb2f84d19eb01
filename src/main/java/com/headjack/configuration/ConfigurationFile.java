package com.headjack.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostPaths;

/**
 * The user's configuration file.
 */
public final class ConfigurationFile {

	private final Path path;

	/**
	 * Opens a file.
	 * @param path its path; the file is created when a value is set
	 */
	public ConfigurationFile(Path path) {
		this.path = path;
	}

	/**
	 * Opens the user's file.
	 * @param paths the host's folders, among them that of the user's configuration
	 * @return the file
	 */
	public static ConfigurationFile in(HostPaths paths) {
		return new ConfigurationFile(paths.configuration().resolve("config.yaml"));
	}

	/**
	 * Returns the path of the file.
	 * @return the path; the file need not exist
	 */
	public Path path() {
		return this.path;
	}

	/**
	 * Returns the text of the file.
	 * @return the text, empty if there is no file
	 */
	public String text() {
		try {
			return Files.readString(this.path);
		}
		catch (NoSuchFileException ex) {
			return "";
		}
		catch (CharacterCodingException ex) {
			throw new HeadjackException(FailureKind.FAILED, this.path + " is not text in UTF-8",
					"convert it, for example with iconv", ex);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot read " + this.path, null, ex);
		}
	}

	/**
	 * Finds a value.
	 * @param key its key
	 * @return a scalar as its text, any other value as YAML on one line, or empty if it
	 * is not set
	 * @throws HeadjackException if the file is not valid YAML
	 */
	public Optional<String> find(ConfigurationKey key) {
		return edit().find(key.path())
			.map((node) -> (node instanceof ScalarNode scalar) ? scalar.getValue() : Yaml.write(node));
	}

	/**
	 * Sets a value and leaves everything else in the file as it is.
	 * @param key its key
	 * @param value a text, or YAML on one line for a key that takes a list or a mapping
	 * @throws HeadjackException if the key does not take this value, or the file is not
	 * valid YAML; then the file is unchanged
	 */
	public void set(ConfigurationKey key, String value) {
		String written = written(key, value);
		String changed = edit().set(key.path(), written);
		verify(key, changed, written);
		try {
			PrivateFile.replace(target(), changed);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot write " + this.path, null, ex);
		}
	}

	/**
	 * Checks that the file can be read.
	 * @throws HeadjackException if it is not valid YAML, or holds anything but keys with
	 * values
	 */
	public void check() {
		Yaml.check(text(), this.path.toString());
	}

	private YamlEdit edit() {
		return new YamlEdit(text(), this.path.toString());
	}

	private static String written(ConfigurationKey key, String value) {
		return switch (key.setting().shape()) {
			case TEXT -> Yaml.write(value);
			case NUMBER -> number(key, value);
			case LIST -> list(key, value);
			case MAPPING -> mapping(key, value);
		};
	}

	private static String number(ConfigurationKey key, String value) {
		if (value.matches("[1-9]\\d{0,5}")) {
			return Yaml.write(value);
		}
		throw invalid(key, "use a whole number such as 64");
	}

	private static String list(ConfigurationKey key, String value) {
		if (!value.strip().startsWith("[")) {
			return "[" + Yaml.write(value.strip()) + "]";
		}
		Node node = Yaml.parse(value, "the value of " + key).orElseThrow();
		if (node instanceof SequenceNode sequence
				&& sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
			return Yaml.write(node);
		}
		throw invalid(key, "use a list such as [--one, --two]");
	}

	private static String mapping(ConfigurationKey key, String value) {
		Optional<Node> node = Yaml.parse(value, "the value of " + key);
		if (node.isPresent() && node.get() instanceof MappingNode mapping
				&& mapping.getValue().stream().allMatch((entry) -> entry.getValueNode() instanceof ScalarNode)) {
			return Yaml.write(node.get());
		}
		throw invalid(key, "use a mapping such as {NAME: value}");
	}

	private static HeadjackException invalid(ConfigurationKey key, String remedy) {
		return new HeadjackException(FailureKind.MISUSED, "invalid value for " + key, remedy);
	}

	/**
	 * Reads the new text back, since the change could have cut an alias or a tag in two.
	 */
	private void verify(ConfigurationKey key, String changed, String written) {
		Optional<Node> found = new YamlEdit(changed, this.path.toString()).find(key.path());
		if (!found.map(Yaml::write).equals(Optional.of(written))) {
			throw new HeadjackException(FailureKind.FAILED, "cannot set " + key + " in " + this.path,
					"write it by hand with 'hjk config --edit'");
		}
	}

	/**
	 * Returns the file itself, in case the path is a symbolic link.
	 */
	private Path target() {
		try {
			return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS) ? this.path.toRealPath() : this.path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
