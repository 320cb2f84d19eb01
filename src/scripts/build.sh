# Builds hjk; needs java.sh, console.sh and $root.
# shellcheck shell=sh

# Exports JAVA_HOME, so that a home of its own changes nothing about which Java is used.
require_jdk() {
	find_java 25 javac || fail 4 'hjk needs a JDK of version 25 or later and none was found' \
		'install a JDK 25 (for example Eclipse Temurin), or point JAVA_HOME to one'
	export JAVA_HOME="$java_home"
}

# The cache is what a build makes last.
hjk_is_built() {
	[ -e "$root/target/hjk/lib/alone.aot" ] &&
		[ -z "$(find "$root/pom.xml" "$root/.mvn" "$root/config" "$root/src/main" \
			-newer "$root/target/hjk/lib/alone.aot" -type f -print | head -n 1)" ]
}

build_hjk() {
	cd "$root"
	./mvnw --batch-mode --quiet --no-transfer-progress package -DskipTests
}

require_hjk() {
	hjk_is_built || step 'Building hjk (some minutes the first time)' build_hjk
}
