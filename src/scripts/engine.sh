# Finds a container engine, or installs and starts one; needs console.sh.
# shellcheck shell=sh

engine_log=/var/log/headjack-dockerd.log

# engine_answers PROGRAM
engine_answers() {
	command -v "$1" >/dev/null && "$1" info >/dev/null 2>&1
}

# Sets $engine to the program that talks to the engine, and DOCKER_HOST where hjk could not find the engine by itself.
find_engine() {
	find_docker && return
	# An engine that was named and does not answer is not replaced by another.
	[ -z "${DOCKER_HOST:-}" ] || return 1
	engine=podman
	engine_answers podman && podman_can_run && use_podman_socket
}

find_docker() {
	engine=docker
	engine_answers docker && use_docker_context
}

# crun refuses every container where version 2 of the control groups stands beside version 1 and holds controllers.
podman_can_run() {
	[ "$(podman info --format '{{.Host.OCIRuntime.Name}}')" != crun ] || [ ! -s /sys/fs/cgroup/unified/cgroup.controllers ]
}

# A context stands in the user's home, which quickstart does not use.
use_docker_context() {
	[ -z "${DOCKER_HOST:-}" ] || return 0
	endpoint=$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null) || return 0
	case $endpoint in
		'' | unix:///var/run/docker.sock) ;;
		*) export DOCKER_HOST="$endpoint" ;;
	esac
}

# podman_serves SOCKET: a file of that name may be all that is left of who did.
podman_serves() {
	podman --remote --url "unix://$1" version >/dev/null 2>&1
}

# hjk talks to Podman's socket, which somebody has to serve.
use_podman_socket() {
	socket=$(podman info --format '{{.Host.RemoteSocket.Path}}')
	socket=${socket#unix://}
	if ! podman_serves "$socket"; then
		mkdir -p "${socket%/*}"
		setsid podman system service --time=0 "unix://$socket" >/dev/null 2>&1 </dev/null &
		wait_until 30 podman_serves "$socket" || return 1
	fi
	export DOCKER_HOST="unix://$socket"
}

# The file of the engine's socket; nothing where the engine is elsewhere.
engine_socket() {
	case ${DOCKER_HOST:-unix:///var/run/docker.sock} in
		unix://*) printf '%s\n' "${DOCKER_HOST:-unix:///var/run/docker.sock}" | sed 's|^unix://||' ;;
	esac
}

# wait_until SECONDS COMMAND…
wait_until() {
	wait_left=$1
	shift
	until "$@"; do
		[ "$wait_left" -gt 0 ] || return 1
		wait_left=$((wait_left - 1))
		sleep 1
	done
}

install_engine() {
	command -v dockerd >/dev/null || install_packages docker.io iptables
}

# Where systemd runs, the package has started the engine.
start_engine() {
	if [ -d /run/systemd/system ]; then
		systemctl start docker
	elif [ ! -S /var/run/docker.sock ] || ! pgrep -x dockerd >/dev/null; then
		setsid dockerd >"$engine_log" 2>&1 </dev/null &
	fi
	wait_until 180 engine_answers docker || {
		tail -n 20 "$engine_log"
		return 4
	}
}

require_engine() {
	find_engine || require_docker
}

require_docker() {
	find_docker && return
	[ -z "${DOCKER_HOST:-}" ] || fail 4 "no container engine answers at $DOCKER_HOST" 'start it, or unset DOCKER_HOST'
	can_install || fail 4 'no container engine was found' \
		'install Docker or Podman, start it, and see that you may use it: "docker info" has to succeed'
	step 'Installing a container engine' install_engine
	step 'Starting the container engine' start_engine
	find_docker || fail 4 'the container engine does not answer' "see $engine_log"
}
