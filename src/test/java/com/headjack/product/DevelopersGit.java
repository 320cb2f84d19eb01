package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A developer's global git configuration, with all the files that it names.
 *
 * @param home the developer's home folder
 */
record DevelopersGit(Path home) {

	private static final String CONFIGURATION = """
			[include]
				path = ~/.config/git/identity
			[core]
				autocrlf = input
				excludesFile = ~/.gitignore_global
				attributesFile = ~/.gitattributes_global
				hooksPath = ~/.githooks
				editor = no-such-editor --wait
				pager = no-such-pager
				untrackedCache = true
			[commit]
				gpgSign = true
			[tag]
				gpgSign = true
			[gpg]
				program = "HOME/.local/bin/sign"
			[filter "lfs"]
				clean = git-lfs clean -- %f
				smudge = git-lfs smudge -- %f
				process = git-lfs filter-process
				required = true
			[filter "tidy"]
				clean = no-such-tidy
				smudge = cat
			[diff "word"]
				textconv = no-such-converter
			[merge]
				tool = no-such-tool
				conflictStyle = diff3
			[alias]
				st = status
				publish = !no-such-program
			[pull]
				rebase = true
			[rebase]
				autoStash = true
			[rerere]
				enabled = true
			[fetch]
				prune = true
			[push]
				autoSetupRemote = true
			[feature]
				manyFiles = true
			[credential]
				helper = store
			[url "https://FAKE-CANARY-token@git.example.com/"]
				insteadOf = https://git.example.com/
			""";

	private static final String HOOK = "#!/bin/sh\nexit 0\n";

	private static final String SIGN = """
			#!/bin/sh
			cat >/dev/null
			echo '[GNUPG:] SIG_CREATED ' >&2
			printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nFAKE\\n-----END PGP SIGNATURE-----\\n'
			""";

	/**
	 * Writes the configuration and its files.
	 */
	void write() throws IOException {
		write(".gitconfig", CONFIGURATION.replace("HOME", this.home.toString()));
		write(".config/git/identity", "[user]\n\tname = Sample\n\temail = sample@example.com\n\tsigningKey = FAKE\n");
		write(".gitignore_global", ".DS_Store\n*.swp\n");
		write(".gitattributes_global", "*.tidy filter=tidy\n*.doc diff=word\n");
		executable(write(".githooks/pre-commit", HOOK));
		executable(write(".githooks/commit-msg", HOOK));
		executable(write(".local/bin/sign", SIGN));
	}

	private Path write(String name, String content) throws IOException {
		Path file = this.home.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

	private static void executable(Path file) throws IOException {
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}
