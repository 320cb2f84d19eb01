# What quickstart and verify say, and how they end.
# shellcheck shell=sh

# fail CODE PROBLEM HINT
fail() {
	printf 'error: %s\nhint: %s\n' "$2" "$3" >&2
	exit "$1"
}

# step TEXT COMMAND…: runs the command with its output in $log, says how long it took, and shows the output if it fails.
# A step runs in a shell of its own: what it sets is gone afterwards.
step() {
	step_text=$1
	shift
	printf '%s … ' "$step_text"
	step_started=$(date +%s)
	set +e
	(set -e; "$@") >"$log" 2>&1 </dev/null
	step_code=$?
	set -e
	if [ "$step_code" -ne 0 ]; then
		echo failed
		tail -n 80 "$log" >&2
		exit "$step_code"
	fi
	echo "$(($(date +%s) - step_started)) s"
}

is_root() {
	[ "$(id -u)" -eq 0 ]
}

# Whether this script may install Debian's packages.
can_install() {
	is_root && command -v apt-get >/dev/null
}

# install_packages NAME…
install_packages() {
	DEBIAN_FRONTEND=noninteractive
	export DEBIAN_FRONTEND
	apt-get update -q
	# A new machine may be installing its updates.
	apt-get install -o DPkg::Lock::Timeout=300 --yes -q --no-install-recommends "$@"
}

# require PROGRAM PACKAGE…: installs the packages where the program is missing.
require() {
	command -v "$1" >/dev/null && return
	can_install || fail 4 "$1 is missing" "install $2"
	shift
	step "Installing $1" install_packages "$@"
}

# require_file FILE PACKAGE…: installs the packages where the file is missing.
require_file() {
	[ -r "$1" ] && return
	can_install || fail 4 "$1 is missing" "install $2"
	shift
	step "Installing $1" install_packages "$@"
}
