#!/bin/sh
# train.sh JAVA DISTRIBUTION: makes the AOT caches of the JDK by training runs, in a scratch home and repository: one for the
# client of the resident process, one for commands that stand alone, and one for the application. Without them hjk only
# starts slower.
set -eu
java=$1
home=$2
lib=$2/lib
scratch=$(mktemp -d)
servers=
trap '[ -n "${HJK_TRAIN_LOG:-}" ] && cp "$log" "$HJK_TRAIN_LOG"; [ -z "$servers" ] || kill "$servers"; rm -rf "$scratch"' EXIT
log=$scratch/training.log
sources=$(CDPATH='' cd -- "${0%/*}" && pwd -P)/training

mkdir "$scratch/home" "$scratch/repository"
mkdir -m 700 "$scratch/runtime"
export HOME="$scratch/home" HEADJACK_KEYRING_PASSWORD=FAKE VAULT_TOKEN=FAKE
# As the launcher has it, where the build has another locale or options for all Java programs.
export LC_ALL=C.UTF-8
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS JDK_AOT_VM_OPTIONS CLASSPATH
export DOCKER_HOST="unix://$scratch/engine.sock" DBUS_SESSION_BUS_ADDRESS="unix:path=$scratch/bus.sock"
# No store of the user is read or changed, and no secret of his can get into the cache.
unset XDG_CONFIG_HOME XDG_DATA_HOME HEADJACK_KEYRING_BACKEND HEADJACK_PROFILE VAULT_NAMESPACE VAULT_CACERT
rm -f "$lib/hjk.aot" "$lib/alone.aot" "$lib/client.aot"
cd "$scratch/repository"
git init --quiet
git -c user.name=Sample -c user.email=sample@example.com commit --quiet --allow-empty --message Begin

"$java" "$sources/TrainingServers.java" "$scratch/engine.sock" "$scratch/bus.sock" "$scratch/runtime/resident.sock" >"$scratch/vault" 2>"$log" &
servers=$!
until [ -s "$scratch/vault" ]; do
	kill -0 "$servers" || { cat "$log" >&2; exit 1; }
	sleep 0.1
done
VAULT_ADDR=$(cat "$scratch/vault")
export VAULT_ADDR

# train CACHE WORD...: makes a cache. Profiles would have hjk compile at every start what ran often here:
# -AOTRecordTraining.
train() {
	cache=$lib/$1.aot
	shift
	"$java" -XX:AOTCacheOutput="$cache" -XX:+UseSerialGC -Xmx256m \
		-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
		--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
		-Djava.awt.headless=true -Dspring.aot.enabled=true -Dheadjack.home="$home" -Dheadjack.terminal= \
		-cp "$lib/headjack.jar" com.headjack.training.TrainingRun "$@" >>"$log" 2>&1 <<END || {
sk-ant-api03-FAKE-training-0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz012345678
END
		cat "$log" >&2
		exit 1
	}
}

# A client is over before anything is worth compiling, as the launcher has it.
train_client() {
	if ! "$java" -XX:AOTCacheOutput="$lib/client.aot" -Xint -XX:+UseSerialGC -XX:-UsePerfData -Xmx64m \
		-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions \
		--enable-native-access=ALL-UNNAMED -Djdk.reflect.useNativeAccessorOnly=true \
		-Djava.security.properties==/dev/null -Dheadjack.home="$home" -Dheadjack.patience=60000 \
		-Dheadjack.socket="$scratch/runtime/resident.sock" -cp "$lib/client.jar" com.headjack.client.HeadjackClient train \
		>>"$log" 2>&1 </dev/null || [ ! -s "$lib/client.aot" ]; then
		cat "$log" >&2
		exit 1
	fi
}
train_client

# The first run leaves an instance and a session, for the second one to complete.
train hjk
train alone alone
