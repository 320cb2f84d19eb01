# Run by the user in a container: take.sh BRANCH <BUNDLE
# Gives the files of the copy the uncommitted work of the host, if they are those of the commit that it began with. Prints a
# word if they are not. What was taken once is not taken again.
set -eu
branch=$1 sent=refs/headjack/sent taken=refs/headjack/taken
export GIT_LFS_SKIP_SMUDGE=1 GIT_TERMINAL_PROMPT=0 LC_ALL=C
cd /workspace

quiet_git() {
	git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c submodule.recurse=false "$@"
}

# state REFERENCE: the files, and the commit that they began with.
state() {
	git log --max-count=1 --format='%T %P' "$1" 2>/dev/null || :
}

bundle=.git/headjack-bundle
trap 'rm -f "$bundle"' EXIT
cat >"$bundle"
[ ! -s "$bundle" ] || quiet_git fetch --quiet --no-tags --no-recurse-submodules "$bundle" "+refs/headjack/sent/$branch:$sent"
[ "$(state "$sent")" != "$(state "$taken")" ] || exit 0
if [ "$(git rev-parse HEAD)" = "$(git rev-parse "$sent^1")" ] && [ -z "$(quiet_git status --porcelain)" ]; then
	quiet_git read-tree -m -u HEAD "$sent"
	quiet_git reset --quiet
	git update-ref "$taken" "$sent"
else
	echo kept
fi
