#!/bin/sh
# completions.sh JAVA_HOME DISTRIBUTION: lets hjk write its completion scripts, and what the launcher knows of the commands,
# with no agents and no settings of the user's.
set -eu
completions=$2/completions
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# write FILE WORD...: writes what a command prints.
write() {
	file=$1
	shift
	env -i PATH="$PATH" HOME="$scratch" HJK_JAVA_HOME="$java_home" "$hjk" "$@" >"$file"
}

java_home=$1
hjk=$2/bin/hjk
mkdir -p "$completions"
write "$completions/hjk.bash" completion bash
write "$completions/_hjk" completion zsh
write "$completions/hjk.fish" completion fish
write "$2/lib/commands.sh" launcher
