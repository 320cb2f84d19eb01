#!/bin/sh
# completions.sh JAVA_HOME DISTRIBUTION: lets hjk write its completion scripts, with no agents and no settings of the
# user's.
set -eu
completions=$2/completions
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# write SHELL FILE
write() {
	env -i PATH="$PATH" HOME="$scratch" HJK_JAVA_HOME="$java_home" "$hjk" completion "$1" >"$completions/$2"
}

java_home=$1
hjk=$2/bin/hjk
mkdir -p "$completions"
write bash hjk.bash
write zsh _hjk
write fish hjk.fish
