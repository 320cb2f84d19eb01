package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.yaml.snakeyaml.nodes.Node;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostPaths;
import com.headjack.host.LockedFile;

/**
 * The user's configuration file.
 */
public final class ConfigurationFile {

	private final Path path;

	private final Path lock;

	/**
	 * Opens a file.
	 * @param path its path; the file is created when a value is set
	 * @param lock the file to lock during a change
	 */
	ConfigurationFile(Path path, Path lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Opens the user's file.
	 * @param paths the host's folders, among them that of the user's configuration
	 * @return the file
	 */
	public static ConfigurationFile in(HostPaths paths) {
		return new ConfigurationFile(paths.configuration().resolve("config.yaml"),
				paths.history().resolveSibling("config.lock"));
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
	 * @throws HeadjackException if the file cannot be read, or is no text
	 */
	public String text() {
		return new TextFile(this.path).read().orElse("");
	}

	/**
	 * Finds a value.
	 * @param key its key
	 * @return the value, or empty if it is not set
	 * @throws HeadjackException if the file is not valid YAML, or the key does not take
	 * this value
	 */
	public Optional<SettingValue> find(ConfigurationKey key) {
		return edit().find(key.path()).map(new ValueReader(key)::read);
	}

	/**
	 * Sets a value and leaves everything else in the file as it is.
	 * @param key its key
	 * @param value the value
	 * @throws HeadjackException if the file is not valid YAML, or cannot be changed; then
	 * it is unchanged
	 */
	public void set(ConfigurationKey key, SettingValue value) {
		String written = (value instanceof SettingValue.Text(var text)) ? Yaml.write(text) : value.shown();
		change((edit) -> {
			String changed = edit.set(key.path(), written);
			verify(key, changed, Optional.of(written));
			return changed;
		});
	}

	/**
	 * Removes a value and leaves everything else in the file as it is.
	 * @param key its key
	 * @return whether the file had a value
	 * @throws HeadjackException if the file is not valid YAML, or cannot be changed; then
	 * it is unchanged
	 */
	public boolean unset(ConfigurationKey key) {
		if (edit().find(key.path()).isEmpty()) {
			return false;
		}
		change((edit) -> {
			String changed = edit.unset(key.path());
			verify(key, changed, Optional.empty());
			return changed;
		});
		return true;
	}

	/**
	 * Reads, changes and writes the file while no other process does.
	 */
	private void change(Function<YamlEdit, String> change) {
		try (LockedFile _ = EditLock.take(this.lock)) {
			String text = text();
			String changed = change.apply(new YamlEdit(text, this.path.toString()));
			if (!changed.equals(text)) {
				PrivateFile.replace(target(), changed);
			}
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot write " + this.path + WriteFailure.reason(ex),
					WriteFailure.remedy(this.path), ex);
		}
	}

	/**
	 * Checks that the file can be read.
	 * @param check checks each value
	 * @return what has no effect in it, in one line, or empty if all is right
	 * @throws HeadjackException if it is not valid YAML, or a value is not right
	 */
	public Optional<String> check(SettingCheck check) {
		return SettingsFile.read(this.path, check, (_) -> true).warning();
	}

	private YamlEdit edit() {
		return new YamlEdit(text(), this.path.toString());
	}

	/**
	 * Reads the new text back, since the change could have cut an alias or a tag in two.
	 */
	private void verify(ConfigurationKey key, String changed, Optional<String> written) {
		Optional<Node> found = new YamlEdit(changed, this.path.toString()).find(key.path());
		if (!found.map(Yaml::write).equals(written)) {
			throw new HeadjackException(FailureKind.FAILED, "cannot change " + key + " in " + this.path,
					"write it by hand with 'hjk config --edit'");
		}
	}

	/**
	 * Returns the file itself, in case the path is a symbolic link.
	 */
	private Path target() throws IOException {
		return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS) ? this.path.toRealPath() : this.path;
	}

}
