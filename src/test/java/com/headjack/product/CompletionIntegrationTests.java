package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The completion scripts that come with the product.
 */
@InWorld(World.RESIDENT)
class CompletionIntegrationTests {

	/**
	 * Completes the last of the words behind the script's name, as the tabulator key
	 * would.
	 */
	private static final String COMPLETE = """
			PATH=$(cd "${1%/*}/../bin" && pwd):$PATH
			source "$1" && shift && complete -p hjk >/dev/null || exit
			COMP_WORDS=("$@")
			COMP_CWORD=$(($# - 1))
			_hjk
			echo "${COMPREPLY[*]}"
			""";

	@TempDir
	Path folder;

	private Hjk product;

	private Path scripts;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.scripts = this.product.launcher().resolveSibling("../completions").normalize();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			hjk ru,           run
			hjk agent b cl,   claude
			hjk run b --im,   --image
			hjk completion z, zsh
			hjk auth st,      status
			hjk auth migrate --from key, keychain keyctl
			hjk nonsense x,   ""
			""")
	void bashCompletes(String line, String completed) {
		String script = this.scripts.resolve("hjk.bash").toString();
		String[] words = ("bash -c COMPLETE bash SCRIPT " + line).split(" ");
		words[2] = COMPLETE;
		words[4] = script;
		assertThat(this.product.tool(words).strip()).isEqualTo(completed);
	}

	@Test
	void shellsCompleteWhatThereIs() {
		this.product.git("branch", "feat/one");
		this.product.git("branch", "feat/two");
		String path = "PATH=" + this.product.launcher().getParent() + ":$PATH; ";
		String bash = "source '" + this.scripts.resolve("hjk.bash")
				+ "'; COMP_WORDS=(hjk run feat/); COMP_CWORD=2; _hjk; echo ${COMPREPLY[*]}";
		String fish = "source '" + this.scripts.resolve("hjk.fish") + "'; complete -C 'hjk run feat/'";
		assertThat(this.product.tool("bash", "-c", path + bash)).isEqualTo("feat/one feat/two\n");
		assertThat(this.product.tool("sh", "-c", path + "fish -c \"$1\"", "sh", fish).lines())
			.containsExactly("feat/one", "feat/two");
	}

	@Test
	void zshCompletesAtATerminal() throws IOException {
		this.product.git("branch", "feat/one");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("PS1='zsh> ' zsh -f").awaitLast("\nzsh>");
			terminal
				.type("autoload -U compinit && compinit -u -D; source '" + this.scripts.resolve("_hjk") + "'; clear");
			terminal.key("-l", "hjk run fe").key("Tab").await("hjk run feat/one").key("C-c");
			terminal.type("clear").key("-l", "hjk vers").key("Tab").await("hjk version");
		}
	}

	@ParameterizedTest
	@CsvSource({ "bash,hjk.bash", "zsh,_hjk", "fish,hjk.fish" })
	void scriptIsWhatTheCommandPrints(String shell, String file) {
		assertThat(this.scripts.resolve(file)).hasContent(this.product.hjk("completion", shell).done());
	}

	@Test
	void zshFindsTheScriptByItsFirstLine() {
		assertThat(this.scripts.resolve("_hjk")).content().startsWith("#compdef hjk\n");
	}

}
