package com.headjack.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.RepositorySettings;
import com.headjack.text.Sha256;

/**
 * Looks for settings in a worktree that can misuse an agent's login.
 *
 * @param place the worktree
 * @param profile the agent
 * @param method the login's method, or {@code null} for any login of the agent
 */
record RepositoryLook(Place place, AgentProfile profile, @Nullable LoginMethod method) {

	List<Finding> findings() {
		return this.profile.repository().stream().flatMap(this::findings).toList();
	}

	private Stream<Finding> findings(RepositorySettings settings) {
		return settings.files().stream().flatMap((pattern) -> {
			try {
				return files().list(pattern).stream().map((file) -> finding(file, settings)).flatMap(Optional::stream);
			}
			catch (UnreadableException ex) {
				return Stream.of(finding(pattern, "", List.of(String.valueOf(ex.getMessage()))));
			}
		});
	}

	private Optional<Finding> finding(String file, RepositorySettings settings) {
		byte[] content = {};
		try {
			Optional<Path> path = files().find(file);
			if (path.isEmpty()) {
				return Optional.empty();
			}
			content = new WorktreeFile(this.place.worktree(), path.get()).read();
			List<String> effects = effects(file, settings, new String(content, StandardCharsets.UTF_8));
			return effects.isEmpty() ? Optional.empty() : Optional.of(finding(file, Sha256.hex(content), effects));
		}
		catch (UnreadableException ex) {
			String reason = String.valueOf(ex.getMessage());
			String digest = (content.length > 0) ? Sha256.hex(content) : reason + mark(file);
			return Optional.of(finding(file, digest, List.of(reason)));
		}
	}

	private List<String> effects(String file, RepositorySettings settings, String text) throws UnreadableException {
		if (text.isBlank() && settings.format() != RepositorySettings.Format.PROGRAM) {
			return List.of();
		}
		List<Leaf> leaves = new SettingsText(settings.format(), text).leaves();
		OwnSettings own = OwnSettings.of(this.profile, this.method, file);
		return KnownEffects.of(settings).of(leaves.stream().filter((leaf) -> !own.agreeWith(leaf)).toList());
	}

	private Finding finding(String file, String digest, List<String> effects) {
		return new Finding(this.place.repository(), this.place.shown(), this.profile.id().value(), file, digest,
				effects);
	}

	/**
	 * Returns what tells one state of a file that is not read from another.
	 */
	private String mark(String file) {
		try {
			return Files
				.readAttributes(this.place.worktree().resolve(file), "size,lastModifiedTime,fileKey",
						LinkOption.NOFOLLOW_LINKS)
				.toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private WorktreeFiles files() {
		return new WorktreeFiles(this.place.worktree());
	}

}
