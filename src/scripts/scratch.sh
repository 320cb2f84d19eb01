# A scratch folder that goes when the script ends, with what hjk made in it; needs engine.sh.
# shellcheck shell=sh

# Sets $scratch and $log.
make_scratch() {
	scratch=$(mktemp -d "${TMPDIR:-/tmp}/hjk-XXXXXX")
	scratch=$(cd "$scratch" && pwd -P)
	log=$scratch/step.log
	trap leave_nothing EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
}

leave_nothing() {
	trap '' INT TERM HUP
	cd /
	[ -z "${engine:-}" ] || remove_scratch_containers
	rm -rf "$scratch"
}

# Finds them by their mounts, for where hjk itself has failed.
remove_scratch_containers() {
	"$engine" ps --all --quiet --filter label=com.headjack.id 2>/dev/null | while read -r container; do
		case $("$engine" inspect --format '{{range .Mounts}}{{.Source}} {{end}}' "$container") in
			*"$scratch"/*) "$engine" rm --force --volumes "$container" >/dev/null ;;
		esac
	done
}

random_text() {
	od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

# From here on hjk finds no configuration, store or credential of the user's.
enter_scratch_home() {
	export HOME="$scratch/home"
	mkdir "$HOME"
	for variable in $(env | sed -n 's/^\(HEADJACK_[A-Z_]*\|XDG_[A-Z_]*\|GIT_[A-Z_]*\)=.*/\1/p'); do
		unset "$variable"
	done
	unset ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN CLAUDE_CODE_OAUTH_TOKEN
	export HEADJACK_KEYRING_BACKEND=file
	HEADJACK_KEYRING_PASSWORD=$(random_text)
	export HEADJACK_KEYRING_PASSWORD
}
