# Run by the user in a container: receive.sh BRANCH FORMAT SHALLOW <BUNDLE
# Takes the branch into the copy of the repository, which is made at the first time. A branch that is checked out moves only
# forward, and only where none of its files is changed. Prints the branch if it does not move.
set -eu
branch=$1 format=$2 shallow=$3 new=.git/headjack-new
export GIT_LFS_SKIP_SMUDGE=1 GIT_TERMINAL_PROMPT=0 LC_ALL=C
cd /workspace

quiet_git() {
	git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c submodule.recurse=false -c advice.detachedHead=false "$@"
}

# moves_to REFERENCE ID: whether the reference is there, and its history is in that of the commit.
moves_to() {
	git merge-base --is-ancestor "$1" "$2" 2>/dev/null
}

# keep REFERENCE ID
keep() {
	if [ "$1" = "$(git symbolic-ref --quiet HEAD || :)" ]; then
		if [ -z "$(quiet_git status --porcelain --untracked-files=no)" ] && moves_to "$1" "$2"; then
			quiet_git merge --quiet --ff-only "$2"
		fi
	elif ! git rev-parse --quiet --verify "$1" >/dev/null || moves_to "$1" "$2"; then
		git update-ref "$1" "$2"
	fi
	moves_to "$2" "$1" || echo "${1#refs/heads/}"
}

if [ -z "$(ls -A)" ] || [ -e "$new" ]; then
	mkdir -p .git
	: >"$new"
	if [ "$format" = sha1 ]; then
		git init --quiet
	else
		git init --quiet --object-format="$format"
	fi
	git symbolic-ref HEAD "refs/heads/$branch"
	git config --replace-all include.path /etc/headjack/git/repository
fi
[ -z "$shallow" ] || printf '%s\n' "$shallow" >.git/shallow
bundle=.git/headjack-bundle
trap 'rm -f "$bundle"' EXIT
cat >"$bundle"
if [ -s "$bundle" ]; then
	quiet_git fetch --quiet --no-tags --no-recurse-submodules "$bundle" '+refs/heads/*:refs/headjack/heads/*' '+refs/tags/*:refs/tags/*'
fi
if [ -e "$new" ]; then
	git update-ref "refs/heads/$branch" "refs/headjack/heads/$branch"
	quiet_git reset --quiet --hard
	rm "$new"
fi
git for-each-ref --format='%(objectname) %(refname)' refs/headjack/heads | while read -r id reference; do
	keep "refs/heads/${reference#refs/headjack/heads/}" "$id"
done
