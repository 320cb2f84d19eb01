#!/bin/sh
# train.sh JAVA DISTRIBUTION: makes the JDK's AOT cache by a training run, in a scratch home and repository. Without a
# cache hjk only starts slower.
set -eu
java=$1
lib=$2/lib
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
log=$scratch/training.log

mkdir "$scratch/home" "$scratch/repository"
export HOME="$scratch/home" HEADJACK_KEYRING_BACKEND=file DOCKER_HOST="unix://$scratch/none.sock"
# No store of the user is read or changed, and no secret of his can get into the cache.
unset XDG_CONFIG_HOME XDG_DATA_HOME
rm -f "$lib/hjk.aot"
cd "$scratch/repository"
git init --quiet

"$java" -XX:AOTCacheOutput="$lib/hjk.aot" -XX:+UseSerialGC -Xmx256m \
	--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	-Djava.awt.headless=true -Dspring.aot.enabled=true -Dheadjack.home="$2" -Dheadjack.terminal= \
	-cp "$lib/headjack.jar" com.headjack.TrainingRun >"$log" 2>&1 </dev/null || {
	cat "$log" >&2
	exit 1
}
