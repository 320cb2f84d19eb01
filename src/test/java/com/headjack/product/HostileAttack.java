package com.headjack.product;

import java.util.List;

/**
 * What a hostile container does, and what the host does then.
 *
 * @param name what it is
 * @param script what runs in the container as root
 * @param command the command of the user after that
 * @param code the exit code of the command, or {@link #EITHER}
 * @param says a part of what the command prints
 */
record HostileAttack(String name, String script, String command, int code, String says) {

	/**
	 * The command may succeed or fail, but says so in time.
	 */
	static final int EITHER = -1;

	/**
	 * The words of the attacks, each for a file.
	 */
	static final String WORDS = """
			ln -s "$in" /tmp/common; ln -s "$in/worktrees/feat-x" /tmp/own; ln -s "$worktree" /tmp/worktree
			common=/tmp/common own=/tmp/own w=/tmp/worktree out=/var/log/headjack
			room() { rm -rf "$1"; mkdir -p "$(dirname "$1")"; }
			pipe() { room "$1"; mkfifo "$1"; }
			socket() { room "$1"; cd "$(dirname "$1")"; perl -MIO::Socket::UNIX -e \
				'IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 1) or die $!' "$(basename "$1")"; }
			endless() { room "$1"; ln -s /dev/zero "$1"; }
			huge() { room "$1"; truncate -s 1T "$1"; }
			loop() { room "$1"; ln -s "$(basename "$1")" "$1"; }
			folder() { room "$1"; mkdir -p "$1/full"; }
			out() { room "$1"; ln -s "$outside" "$1"; }
			controls() { room "$1"; printf '\\033[31m\\033]0;x\\007\\302\\233\\342\\200\\256\\0\\377\\n' >"$1"; }
			hanging() { printf '#!/bin/sh\\nexec sleep 1d\\n' >/tmp/p; chmod 755 /tmp/p; mv /tmp/p "$(command -v "$1")"; }
			deep() { mkdir "$1"; cd "$1"; perl -e 'for (1 .. 3000) { mkdir "level$_" and chdir "level$_" or die; }'; }
			swapping() { cp "$1" /tmp/kept 2>/dev/null || : >/tmp/kept; setsid sh -c 'while :; do
				cp /tmp/kept "$1.r"; mv -f "$1.r" "$1"; mkfifo "$1.p"; mv -f "$1.p" "$1"; done' sh "$1" >/dev/null 2>&1 & }
			""";

	private static final List<HostileAttack> ALL = List.of(
			attack("a pipe as HEAD", "pipe $own/HEAD", "run feat/x", 0, "ready"),
			attack("a pipe as index", "pipe $own/index", "run feat/x", 0, "ready"),
			attack("a pipe as ORIG_HEAD", "pipe $own/ORIG_HEAD", "run feat/x", 0, "ready"),
			attack("a pipe as FETCH_HEAD", "pipe $own/FETCH_HEAD", "run feat/x", 0, "ready"),
			attack("a pipe as locked", "pipe $own/locked", "run feat/x", 0, "ready"),
			attack("a socket as HEAD", "socket $own/HEAD", "rm feat/x", 2, ""),
			attack("a socket as index", "socket $own/index", "rm feat/x", 2, ""),
			attack("a socket as ORIG_HEAD", "socket $own/ORIG_HEAD", "rm feat/x", 2, ""),
			attack("a socket as FETCH_HEAD", "socket $own/FETCH_HEAD", "rm feat/x", 2, ""),
			attack("a socket as locked", "socket $own/locked", "rm feat/x", 2, ""),
			attack("a link to an endless device as HEAD", "endless $own/HEAD", "rm feat/x", 2, ""),
			attack("a link to an endless device as index", "endless $own/index", "rm feat/x", 2, ""),
			attack("a link to an endless device as ORIG_HEAD", "endless $own/ORIG_HEAD", "rm feat/x", 2, ""),
			attack("a link to an endless device as locked", "endless $own/locked", "rm feat/x", 2, ""),
			attack("a file of 1 TB as HEAD", "huge $own/HEAD", "rm feat/x", 2, ""),
			attack("a file of 1 TB as index", "huge $own/index", "rm feat/x", 2, ""),
			attack("a file of 1 TB as ORIG_HEAD", "huge $own/ORIG_HEAD", "rm feat/x", 2, ""),
			attack("a file of 1 TB as FETCH_HEAD", "huge $own/FETCH_HEAD", "rm feat/x", 2, ""),
			attack("a file of 1 TB as locked", "huge $own/locked", "rm feat/x", 2, ""),
			attack("a link to itself as HEAD", "loop $own/HEAD", "run feat/x", 0, "ready"),
			attack("a link to itself as index", "loop $own/index", "run feat/x", 0, "ready"),
			attack("a link to itself as locked", "loop $own/locked", "run feat/x", 0, "ready"),
			attack("a folder as HEAD", "folder $own/HEAD", "run feat/x", 0, "ready"),
			attack("a folder as index", "folder $own/index", "run feat/x", 0, "ready"),
			attack("a folder as locked", "folder $own/locked", "run feat/x", 0, "ready"),
			attack("a link out of the repository as HEAD", "out $own/HEAD", "rm feat/x", 2, ""),
			attack("a link out of the repository as index", "out $own/index", "rm feat/x", 2, ""),
			attack("no HEAD", "rm $own/HEAD", "rm feat/x", 2, "hjk rm feat/x -f"),
			attack("no HEAD, mended", "rm $own/HEAD", "run feat/x", 0, "ready"),
			attack("no index, mended", "rm $own/index", "run feat/x", 0, "ready"),
			attack("nothing of what git keeps", "rm -rf $own/* || true", "rm feat/x", 2, "hjk rm feat/x -f"),
			attack("nothing of what git keeps, mended", "rm -rf $own/* || true", "run feat/x", 0, "ready"),
			attack("control characters in HEAD", "controls $own/HEAD", "ps", 0, ""),
			attack("control characters in a branch", "printf \"ref: refs/heads/\\033[31m\\302\\233x\\n\" >$own/HEAD",
					"ps", 0, ""),
			attack("overrides of the direction of writing in a branch",
					"printf \"ref: refs/heads/a\\342\\200\\256b\\n\" >$own/HEAD", "ps", 0, ""),
			attack("overrides of the direction of writing, removed",
					"printf \"ref: refs/heads/a\\342\\200\\256b\\n\" >$own/HEAD; touch $w/new", "rm feat/x", 2, ""),
			attack("HEAD changes between a pipe and a file", "swapping $own/HEAD", "run feat/x", HostileAttack.EITHER,
					""),
			attack("HEAD changes between a pipe and a file at ps", "swapping $own/HEAD", "ps", 0, ""),
			attack("HEAD changes between a pipe and a file at rm", "swapping $own/HEAD", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("the index changes between a pipe and a file", "swapping $own/index", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("10,000 shared indexes", "i=0; while [ $i -lt 10000 ]; do : >$own/sharedindex.$i; i=$((i+1)); done",
					"rm feat/x", HostileAttack.EITHER, ""),
			attack("controls in the log of HEAD", "controls $own/logs/HEAD", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as refs/heads/evil", "pipe $common/refs/heads/evil", "run other", 1, "it is a pipe"),
			attack("a pipe as refs/tags/evil", "pipe $common/refs/tags/evil", "run other", 1, "it is a pipe"),
			attack("a pipe as refs/remotes/evil/x", "pipe $common/refs/remotes/evil/x", "run other", 1, "it is a pipe"),
			attack("a pipe as refs/notes/evil", "pipe $common/refs/notes/evil", "run other", 1, "it is a pipe"),
			attack("a pipe as refs/heads/feat/x", "pipe $common/refs/heads/feat/x", "run other", 1, "it is a pipe"),
			attack("an empty branch", ": >$common/refs/heads/evil", "rm feat/x", 2, "no terminal to ask at"),
			attack("a branch without a commit",
					"echo 1111111111111111111111111111111111111111 >$common/refs/heads/evil", "rm feat/x", 2,
					"no terminal to ask at"),
			attack("a socket as a branch", "socket $common/refs/heads/evil", "run other", 1, "it is a pipe"),
			attack("a file of 1 TB as a branch", "huge $common/refs/heads/evil", "run other", 1, "larger than"),
			attack("a link to an endless device as a branch", "endless $common/refs/heads/evil", "run other", 1,
					"is a symbolic link, but not to a regular file"),
			attack("a link to its own folder as a branch", "ln -s . $common/refs/heads/evil", "run other", 1,
					"is a symbolic link, but not to a regular file"),
			attack("two links that lead in circles", "ln -s . $common/refs/heads/a; ln -s . $common/refs/heads/b",
					"rm feat/x", 2, "is a symbolic link, but not to a regular file"),
			attack("a link to itself as a branch", "loop $common/refs/heads/evil", "rm feat/x", HostileAttack.EITHER,
					""),
			attack("control characters in the name of a branch",
					"cp $common/refs/heads/feat/x \"$common/refs/heads/$(printf \"e\\033[2J\\302\\205\")\"", "ps", 0,
					""),
			attack("rubbish in a branch", "controls $common/refs/heads/evil", "rm feat/x", HostileAttack.EITHER, ""),
			attack("folders of branches 3,000 levels deep", "deep $common/refs/heads/deep", "run other", 1, ""),
			attack("a branch that changes between a pipe and a file", "swapping $common/refs/heads/evil", "run other",
					HostileAttack.EITHER, ""),
			attack("a branch as a folder in the way of others", "folder $common/refs/heads/other", "run other",
					HostileAttack.EITHER, ""),
			attack("a pipe as the stash", "pipe $common/refs/stash", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as the index of packs", "pipe $common/objects/pack/multi-pack-index", "run other", 1,
					"multi-pack-index"),
			attack("a socket as the index of packs", "socket $common/objects/pack/multi-pack-index", "run other", 1,
					"multi-pack-index"),
			attack("a link to an endless device as the index of packs", "endless $common/objects/pack/multi-pack-index",
					"run other", 1, "multi-pack-index"),
			attack("a pipe as a pack", "pipe $common/objects/pack/pack-1.pack; pipe $common/objects/pack/pack-1.idx",
					"rm feat/x", 2, "pack-1"),
			attack("an index of a pack of 1 TB",
					"huge $common/objects/pack/pack-1.idx; : >$common/objects/pack/pack-1.pack", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a pipe as the commit",
					"o=$(cd $w; git rev-parse HEAD); pipe $common/objects/$(echo $o | cut -c1-2)/$(echo $o | cut -c3-)",
					"rm feat/x", 2, "-not -type f"),
			attack("the commit is gone",
					"o=$(cd $w; git rev-parse HEAD); rm -f $common/objects/$(echo $o | cut -c1-2)/$(echo $o | cut -c3-)",
					"rm feat/x", 2, ""),
			attack("rubbish as the commit",
					"o=$(cd $w; git rev-parse HEAD); controls $common/objects/$(echo $o | cut -c1-2)/$(echo $o | cut -c3-)",
					"rm feat/x", 2, ""),
			attack("a pipe as the configuration", "pipe $common/settings/config", "run feat/x", 0, "ready"),
			attack("a socket as the configuration", "socket $common/settings/config", "run feat/x", 0, "ready"),
			attack("a link to an endless device as the configuration", "endless $common/settings/config", "run feat/x",
					0, "ready"),
			attack("a file of 1 TB as the configuration", "huge $common/settings/config", "run feat/x", 0, "ready"),
			attack("a folder as the configuration", "folder $common/settings/config", "run feat/x", 0, "ready"),
			attack("a link to itself as the configuration", "loop $common/settings/config", "run feat/x", 0, "ready"),
			attack("a link out of the repository as the configuration", "out $common/settings/config", "run feat/x", 0,
					"ready"),
			attack("rubbish as the configuration", "controls $common/settings/config", "run feat/x", 0, "ready"),
			attack("a pipe as the lock of the configuration", "pipe $common/settings/config.lock", "stop feat/x", 0,
					""),
			attack("control characters in what a branch tracks",
					"cd $w; git config branch.feat/x.remote \"$(printf \"\\033[31mx\")\"; git config branch.feat/x.merge refs/heads/x",
					"stop feat/x", 0, ""),
			attack("10,000 branches in the configuration",
					"i=0; while [ $i -lt 10000 ]; do echo \"[branch \\\"b$i\\\"]\"; echo \" remote = .\"; i=$((i+1)); done >>$common/settings/config",
					"stop feat/x", 0, ""),
			attack("the configuration changes between a pipe and a file", "swapping $common/settings/config",
					"stop feat/x", 0, ""),
			attack("a pipe as the log of the stash", "pipe $common/logs/refs/stash", "rm feat/x", HostileAttack.EITHER,
					""),
			attack("a file of 1 TB as the log of the stash", "huge $common/logs/refs/stash", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a link to an endless device as the log of the stash", "endless $common/logs/refs/stash",
					"rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as the log", "pipe $out/s.log", "logs feat/x s", 1, "is a pipe, a socket or a device"),
			attack("a socket as the log", "socket $out/s.log", "logs feat/x s", 1, "is a pipe, a socket or a device"),
			attack("a folder as the log", "folder $out/s.log", "logs feat/x s", 1, "is a folder"),
			attack("a link to an endless device as the log", "endless $out/s.log", "logs feat/x s", 1,
					"is a symbolic link"),
			attack("a link out as the log", "out $out/s.log", "logs feat/x s", 1, "is a symbolic link"),
			attack("a link to itself as the log", "loop $out/s.log", "logs feat/x s", 1, "is a symbolic link"),
			attack("control characters in the log",
					"printf \"\\033[31m\\033]52;c;AAAA\\007\\302\\233x\\r\\0\\n\" >>$out/s.log", "logs feat/x s", 0,
					""),
			attack("a log of 1 TB", "huge $out/s.log", "logs feat/x s", 1, "ends in nothing but NUL bytes"),
			attack("the log changes between a pipe and a file", "swapping $out/s.log", "logs feat/x s",
					HostileAttack.EITHER, ""),
			attack("a pipe as the exit code", "pipe $out/s.exit", "ps feat/x", 0, ""),
			attack("a link to an endless device as the exit code", "endless $out/s.exit", "ps feat/x", 0, ""),
			attack("a file of 1 TB as the exit code", "huge $out/s.exit", "ps feat/x", 0, ""),
			attack("a folder as the exit code", "folder $out/s.exit", "ps feat/x", 0, ""),
			attack("control characters as the exit code", "controls $out/s.exit", "ps feat/x", 0, "ended"),
			attack("a forged exit code", "echo 0 >$out/s.exit", "kill feat/x", 0, "Killed session s"),
			attack("a forged exit code and start", "pipe $out/s.exit; pipe $out/boot", "kill feat/x", 0,
					"Killed session s"),
			attack("a pipe as the mark of the start", "pipe $out/boot", "ps feat/x", 0, ""),
			attack("a link to an endless device as the mark of the start", "endless $out/boot", "ps feat/x", 0, ""),
			attack("control characters as the mark of the start", "controls $out/boot", "ps feat/x", 0, ""),
			attack("folders 3,000 levels deep beside the logs", "deep $out/deep", "kill feat/x/s", HostileAttack.EITHER,
					""),
			attack("a folder as the size of the log", "folder $out/s.size", "kill feat/x/s", HostileAttack.EITHER, ""),
			attack("a pipe as .gitignore", "pipe $w/.gitignore", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as .gitattributes", "pipe $w/.gitattributes", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as .gitmodules", "pipe $w/.gitmodules", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as a/.gitignore", "pipe $w/a/.gitignore", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a pipe as .mailmap", "pipe $w/.mailmap", "rm feat/x", HostileAttack.EITHER, ""),
			attack("a file of 1 TB as .gitignore", "huge $w/.gitignore", "rm feat/x", 2, ""),
			attack("a link to an endless device as .gitattributes", "endless $w/.gitattributes", "rm feat/x", 2, ""),
			attack("a pipe as HEAD of a repository inside",
					"mkdir -p $w/a/.git/objects $w/a/.git/refs; touch $w/a/file; pipe $w/a/.git/HEAD", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a socket as HEAD of a repository inside",
					"mkdir -p $w/a/.git/objects $w/a/.git/refs; touch $w/a/file; socket $w/a/.git/HEAD", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a link to an endless device as HEAD of a repository inside",
					"mkdir -p $w/a/.git/objects $w/a/.git/refs; touch $w/a/file; endless $w/a/.git/HEAD", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a file of 1 TB as HEAD of a repository inside",
					"mkdir -p $w/a/.git/objects $w/a/.git/refs; touch $w/a/file; huge $w/a/.git/HEAD", "rm feat/x",
					HostileAttack.EITHER, ""),
			attack("a pipe as .git inside", "pipe $w/a/.git; touch $w/a/b", "rm feat/x", HostileAttack.EITHER, ""),
			attack("folders 3,000 levels deep", "deep $w/deep", "rm feat/x", HostileAttack.EITHER, ""),
			attack("folders that nobody may enter", "mkdir -p $w/a/b/c; touch $w/a/b/c/d; chmod 0 $w/a/b/c $w/a/b $w/a",
					"rm feat/x", HostileAttack.EITHER, ""),
			attack("files of another user", "mkdir $w/a; touch $w/a/b; chown -R 12345:12345 $w/a", "rm feat/x", 2, ""),
			attack("control characters in the names of files",
					"touch \"$w/$(printf \"e\\033[2J\\302\\205\\377\\n\")x\"", "rm feat/x", 2, ""),
			attack("10,000 files", "mkdir $w/a; cd $w/a; i=0; while [ $i -lt 10000 ]; do : >$i; i=$((i+1)); done",
					"rm feat/x", 2, ""),
			attack("a link to the root", "ln -s / $w/root", "rm feat/x", 2, ""),
			attack("a folder of hooks with a pipe", "mkdir $w/.githooks; pipe $w/.githooks/pre-commit", "run feat/x", 0,
					""),
			attack("a pipe as the settings of an agent",
					"pipe $w/.claude/settings.json; pipe $w/.mcp.json; pipe $w/.gemini/settings.json; pipe $w/.codex/config.toml; pipe $w/.gemini/.env",
					"run feat/x", 0, ""),
			attack("10,000 worktrees", "i=0; while [ $i -lt 10000 ]; do mkdir $common/worktrees/w$i; i=$((i+1)); done",
					"run other", 0, "ready"),
			attack("a pipe among the worktrees", "pipe $common/worktrees/evil", "run other", 0, "ready"),
			attack("a pipe as the lock of the packed references",
					"rm -rf $common/locks/packed-refs; pipe $common/locks/packed-refs; pipe $common/locks/packed-refs.lock",
					"run feat/x", 0, ""),
			attack("large files that are pipes", "pipe $common/lfs/objects/aa/bb/x", "rm feat/x", HostileAttack.EITHER,
					""),
			attack("tmux that does not end", "hanging tmux", "exec feat/x -d -- true", 1, "hjk recreate feat/x"),
			attack("a container that ends when it is looked at", "kill -9 -1", "exec feat/x --no-mux -- true",
					HostileAttack.EITHER, ""),
			attack("programs that ignore every signal",
					"(trap \"\" TERM INT HUP; while :; do sleep 1; done) >/dev/null 2>&1 &", "stop feat/x", 0, ""));

	/**
	 * The table of the attacks.
	 */
	static List<HostileAttack> all() {
		return ALL;
	}

	List<String> words() {
		return List.of(this.command.split(" "));
	}

	private static HostileAttack attack(String name, String script, String command, int code, String says) {
		return new HostileAttack(name, script, command, code, says);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
