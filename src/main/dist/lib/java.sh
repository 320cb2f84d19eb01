# Finds a Java by its release file: sourced, and without starting one, since hjk pays for it at every start.
# shellcheck shell=sh

# java_is HOME VERSION PROGRAM: succeeds where HOME holds PROGRAM and is of VERSION or later.
java_is() {
	[ -x "$1/bin/$3" ] && [ -r "$1/release" ] || return 1
	while IFS='="' read -r java_key _ java_value _; do
		[ "$java_key" = JAVA_VERSION ] || continue
		java_value=${java_value%%[!0-9]*}
		[ "${java_value:-0}" -ge "$2" ]
		return
	done < "$1/release"
	return 1
}

# java_on_path VERSION PROGRAM: sets java_home to the home of the PROGRAM on the PATH.
java_on_path() {
	java_file=$(command -v "$2") || return 1
	while [ -L "$java_file" ]; do
		java_link=$(readlink "$java_file")
		case $java_link in
			/*) java_file=$java_link ;;
			*) java_file=${java_file%/*}/$java_link ;;
		esac
	done
	java_home=${java_file%/bin/*}
	java_is "$java_home" "$1" "$2"
}

# find_java VERSION PROGRAM [HOME…]: sets java_home to the first that fits of HOME…, JAVA_HOME, the PATH, the usual places.
find_java() {
	java_version=$1
	java_program=$2
	shift 2
	for java_home in "$@" "${JAVA_HOME:-}"; do
		java_is "$java_home" "$java_version" "$java_program" && return
	done
	java_on_path "$java_version" "$java_program" && return
	for java_home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
		"${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
		/Library/Java/JavaVirtualMachines/*/Contents/Home \
		/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
		java_is "$java_home" "$java_version" "$java_program" && return
	done
	return 1
}
