package com.headjack.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The kinds of tokens and texts in YAML.
 */
record KnownCredentialsDocument(List<Integer> widths, List<Token> tokens, List<Text> texts) {

	private static final String FILE = "known-credentials.yaml";

	static KnownCredentials read() {
		YAMLMapper mapper = YAMLMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		try (InputStream resource = Objects.requireNonNull(KnownCredentials.class.getResourceAsStream(FILE), FILE)) {
			return mapper.readValue(resource, KnownCredentialsDocument.class).toKnown();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private KnownCredentials toKnown() {
		return new KnownCredentials(this.widths, this.tokens.stream().map(Token::toToken).toList(),
				this.texts.stream().map(Text::toText).toList());
	}

	record Token(String starts, String name, @Nullable String command, boolean choice, @Nullable List<Integer> lengths,
			int shortest) {

		KnownToken toToken() {
			return new KnownToken(Pattern.compile(this.starts), this.name, this.command, this.choice,
					Objects.requireNonNullElse(this.lengths, List.of()), this.shortest);
		}

	}

	record Text(String pattern, String name, @Nullable String command, @Nullable String remedy, boolean document) {

		KnownText toText() {
			return new KnownText(Pattern.compile(this.pattern), this.name, this.command, this.remedy, this.document);
		}

	}

}
