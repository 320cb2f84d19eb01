# Makes the images; needs console.sh, engine.sh and $root.
# shellcheck shell=sh

base_image=debian:bookworm-slim
agent_image=headjack/agent:latest
cli_image=headjack/cli:latest

have_image() {
	"$engine" image inspect "$1" >/dev/null 2>&1
}

require_base_image() {
	have_image "$base_image" && return
	step "Pulling $base_image" try_to_pull_base_image
	have_image "$base_image" && return
	can_install || fail 4 "$base_image cannot be pulled" 'see that the engine reaches an image registry'
	step "Making $base_image from Debian's packages" make_base_image
}

try_to_pull_base_image() {
	"$engine" pull "$base_image" || echo 'No registry is reachable.'
}

make_base_image() {
	command -v debootstrap >/dev/null || install_packages debootstrap
	rootfs=$(mktemp -d)
	trap 'rm -rf "$rootfs"' EXIT
	debootstrap --variant=minbase bookworm "$rootfs"
	slim "$rootfs"
	tar --create --numeric-owner --directory "$rootfs" . | "$engine" import --change 'CMD ["bash"]' - "$base_image"
}

# Removes what nobody reads in a container, keeps packages from bringing it again, and installs without waiting for disks.
slim() {
	cat >"$1/etc/dpkg/dpkg.cfg.d/slim" <<-END
		force-unsafe-io
		path-exclude /usr/share/doc/*
		path-include /usr/share/doc/*/copyright
		path-exclude /usr/share/locale/*
		path-exclude /usr/share/man/*
		path-exclude /usr/share/info/*
	END
	find "$1/usr/share/doc" ! -type d ! -name copyright -delete
	rm -rf "$1"/usr/share/locale/* "$1"/usr/share/man/* "$1"/usr/share/info/* "$1"/var/log/* \
		"$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/cache/apt/archives/*.deb "$1"/var/cache/debconf/*-old
}

# collect_certificates DIRECTORY: the project's own, and the authorities of this machine that Debian does not bring.
collect_certificates() {
	mkdir -p "$1"
	cp "$root"/config/certificates/* "$1/"
	find /usr/local/share/ca-certificates /etc/pki/ca-trust/source/anchors -type f -name '*.crt' \
		-exec cp {} "$1/" \; 2>/dev/null || true
	bundle=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
	if [ -r "$bundle" ] && [ -d /usr/share/ca-certificates ]; then
		find /usr/share/ca-certificates "$1" -type f -name '*.crt' -exec cat {} + |
			split_unknown_certificates "$1/host" "$bundle"
	fi
}

# split_unknown_certificates PREFIX BUNDLE: writes each certificate of BUNDLE that stdin lacks to PREFIX-<number>.crt.
split_unknown_certificates() {
	awk -v prefix="$1" '
		/^-----BEGIN CERTIFICATE-----/ { body = ""; inside = 1; next }
		/^-----END CERTIFICATE-----/ {
			inside = 0
			if (FILENAME == "-") {
				known[body] = 1
			}
			else if (!(body in known)) {
				known[body] = 1
				file = prefix "-" ++count ".crt"
				print "-----BEGIN CERTIFICATE-----\n" lines(body) "-----END CERTIFICATE-----" > file
				close(file)
			}
		}
		inside { sub(/\r$/, ""); body = body $0 }
		function lines(text, result) {
			for (; text != ""; text = substr(text, 65)) {
				result = result substr(text, 1, 64) "\n"
			}
			return result
		}' - "$2"
}

# prepare_context DIRECTORY: a build context beside the checkout, which stays as it is.
prepare_context() {
	rm -rf "$1"
	mkdir -p "$1"
	cp "$root/Dockerfile" "$root/.dockerignore" "$1/"
	collect_certificates "$1/config/certificates"
}

# inputs_of DIRECTORY: one hash of all that the agent image is made of.
inputs_of() {
	{
		"$engine" image inspect --format '{{.Id}}' "$base_image"
		cd "$1" && find . -type f -exec cksum {} + | sort
	} | cksum | tr ' ' -
}

require_agent_image() {
	require_base_image
	context=$root/target/agent-image
	prepare_context "$context"
	inputs=$(inputs_of "$context")
	[ "$(image_label "$agent_image" headjack.inputs)" = "$inputs" ] ||
		step "Building $agent_image (some minutes, once)" build_agent_image
	rm -rf "$context"
}

# image_label IMAGE LABEL
image_label() {
	"$engine" image inspect --format "{{index .Config.Labels \"$2\"}}" "$1" 2>/dev/null || true
}

# The last two labels are those of 'hjk image build', which builds nothing where they fit.
build_agent_image() {
	build_image --tag "$agent_image" --target agent --label "headjack.inputs=$inputs" \
		--label "headjack.dockerfile=$(sha256 <"$root/Dockerfile")" --label "headjack.image=$agent_image"
}

# The digest of stdin.
sha256() {
	if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

# build_image OPTION…: builds $context; the classic builder leaves every stage as an image without a name, which goes here.
build_image() {
	build=$$-$(date +%s)
	"$engine" build --build-arg "BUILD=$build" "$@" "$context"
	"$engine" image prune --force --filter "label=headjack.build=$build"
	"$engine" image prune --force --filter label=headjack.inputs
}

# The image of hjk itself: with a Java of just its modules, and a cache that was made by that Java.
build_cli_image() {
	context=$root/target/cli-image
	prepare_context "$context"
	mkdir -p "$context/target"
	cp -Rp "$root/target/hjk" "$context/target/"
	rm -f "$context/target/hjk/lib/hjk.aot" "$context/target/hjk/lib/alone.aot"
	find_java 25 jlink
	"$java_home/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.zipfs --generate-cds-archive \
		--strip-debug --no-header-files --no-man-pages --output "$context/target/jre"
	build_image --tag "$cli_image" --target cli
	rm -rf "$context"
}
