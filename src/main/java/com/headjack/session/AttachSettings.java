package com.headjack.session;

import java.util.Locale;
import java.util.Optional;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The user's settings for sessions at a terminal.
 *
 * @param prefix the key that precedes the keys for tmux
 * @param mouse whether tmux takes the mouse, beside the programs that ask for it
 * @param clipboard whether a program may set the clipboard
 * @param notifications the notifications that a program may give
 * @param reach the keys to press for the prefix key to reach the session
 */
public record AttachSettings(TmuxKey prefix, boolean mouse, boolean clipboard, Notifications notifications,
		String reach) {

	/**
	 * The settings of a user who has made none.
	 */
	public static final AttachSettings USUAL = new AttachSettings(TmuxKey.usual(), false, true, Notifications.BELL);

	/**
	 * Settings where the prefix key reaches the session.
	 * @param prefix the key that precedes the keys for tmux
	 * @param mouse whether tmux takes the mouse, beside the programs that ask for it
	 * @param clipboard whether a program may set the clipboard
	 * @param notifications the notifications that a program may give
	 */
	public AttachSettings(TmuxKey prefix, boolean mouse, boolean clipboard, Notifications notifications) {
		this(prefix, mouse, clipboard, notifications, prefix.toString());
	}

	/**
	 * The settings where something around the session takes the prefix key.
	 * @param keys the keys to press instead
	 * @return these settings with those keys
	 */
	public AttachSettings reachedBy(String keys) {
		return new AttachSettings(this.prefix, this.mouse, this.clipboard, this.notifications, keys);
	}

	/**
	 * Reads the settings.
	 * @param preferences the user's configuration
	 * @return the settings
	 * @throws HeadjackException if a value is not one of the possible ones
	 */
	public static AttachSettings of(Preferences preferences) {
		return new AttachSettings(preferences.text(Setting.ATTACH_PREFIX).map(TmuxKey::parse).orElse(USUAL.prefix),
				preferences.text(Setting.ATTACH_MOUSE)
					.map((text) -> on(Setting.ATTACH_MOUSE, text))
					.orElse(USUAL.mouse),
				preferences.text(Setting.ATTACH_CLIPBOARD)
					.map((text) -> on(Setting.ATTACH_CLIPBOARD, text))
					.orElse(USUAL.clipboard),
				notifications(preferences.text(Setting.ATTACH_NOTIFICATIONS)));
	}

	/**
	 * Reads a switch. YAML takes an unquoted {@code on} for a boolean.
	 */
	private static boolean on(Setting setting, String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "on", "true", "yes" -> true;
			case "off", "false", "no" -> false;
			default -> throw invalid(setting, text, "on or off");
		};
	}

	private static Notifications notifications(Optional<String> text) {
		return text.map((value) -> switch (value.toLowerCase(Locale.ROOT)) {
			case "none", "off", "false", "no" -> Notifications.NONE;
			case "bell" -> Notifications.BELL;
			case "all", "on", "true", "yes" -> Notifications.ALL;
			default -> throw invalid(Setting.ATTACH_NOTIFICATIONS, value, "none, bell or all");
		}).orElse(USUAL.notifications);
	}

	private static HeadjackException invalid(Setting setting, String text, String choices) {
		return new HeadjackException(FailureKind.MISUSED,
				"%s is \"%s\", which is not a possible value".formatted(setting.pattern(), text),
				"set it to " + choices);
	}

}
