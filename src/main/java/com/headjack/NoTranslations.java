package com.headjack;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * A message source without messages: the application speaks one language.
 */
final class NoTranslations implements MessageSource {

	@Override
	public @Nullable String getMessage(String code, Object @Nullable [] arguments, @Nullable String usual,
			@Nullable Locale locale) {
		return usual;
	}

	@Override
	public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
		throw new NoSuchMessageException(code);
	}

	@Override
	public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
		String usual = message.getDefaultMessage();
		if (usual == null) {
			throw new NoSuchMessageException(String.valueOf(message));
		}
		return usual;
	}

}
