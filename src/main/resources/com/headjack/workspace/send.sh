# Run by the user in a container: send.sh KNOWN...
# Prints the commits of the copy of the repository, one a line with what it is, an empty line, and a pack with what is missing
# where the KNOWN objects are. Files that are not committed become a commit, which is on no branch.
set -eu
export GIT_TERMINAL_PROMPT=0 LC_ALL=C
cd /workspace
echo headjack
if [ -z "$(ls -A)" ] || [ -e .git/headjack-new ]; then
	echo
	exit 0
fi
index=.git/headjack-index left=.git/headjack-left work=refs/headjack/uncommitted
trap 'rm -f "$index" "$index.lock" "$left"' EXIT
rm -f "$left"

# Takes all files into the index of the commit. Where a filter fails for one, git takes none, so that each is tried alone then.
add_all() {
	git -c core.fsmonitor=false add --all && return
	: >"$left"
	# shellcheck disable=SC2016
	git ls-files -z --modified --others --exclude-standard |
		xargs -0 -n 1 sh -c 'git add --all -- "$1" || printf "left %s\n" "$1" >>"$0"' "$left"
}

# Makes the commit, unless the last one is the same.
commit_work() {
	head=$(git rev-parse --quiet --verify 'HEAD^{commit}') || head=
	rm -f "$index"
	[ ! -e .git/index ] || cp .git/index "$index"
	(
		export GIT_INDEX_FILE="$PWD/$index"
		add_all
	)
	tree=$(GIT_INDEX_FILE=$PWD/$index git write-tree)
	if [ "$tree" = "$(git rev-parse --quiet --verify "$work^{tree}")" ] &&
		[ "$head" = "$(git rev-parse --quiet --verify "$work^1")" ]; then
		return
	fi
	made=$(
		export GIT_AUTHOR_NAME=Headjack GIT_AUTHOR_EMAIL=headjack@localhost
		export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
		git commit-tree "$tree" ${head:+-p "$head"} -m 'Uncommitted work'
	)
	git update-ref "$work" "$made"
}

# Where git cannot tell, there may be changes.
is_changed() {
	changes=$(git -c core.fsmonitor=false status --porcelain) || return 0
	[ -n "$changes" ]
}

tips() {
	git for-each-ref --format='%(objectname) %(refname)' refs/heads | sed 's, refs/, ,' | head -n 200
	git log --walk-reflogs --format='%H' --max-count=100 refs/stash 2>/dev/null | grep -n . | sed 's,\([0-9]*\):\(.*\),\2 stash/\1,'
	git symbolic-ref --quiet HEAD >/dev/null || echo "$(git rev-parse HEAD) detached"
	if is_changed; then
		commit_work >&2
		echo "$(git rev-parse "$work") uncommitted"
	fi
}

# Prints what does not come back: repositories in folders, and files that git cannot take.
left() {
	[ ! -e "$left" ] || cat "$left"
	find . -path ./.git -prune -o -name .git -prune -print 2>/dev/null | sed 's,^\./,,; s,/\.git$,,' | head -n 100 | while read -r folder; do
		git check-ignore --quiet "$folder" || echo "left $folder"
	done
}

tips=$(tips)
echo "$tips"
left
echo
{
	echo "$tips" | cut -d ' ' -f 1
	for known in $(git for-each-ref --format='%(objectname)' refs/headjack/heads) "$@"; do
		! git cat-file -e "$known^{commit}" 2>/dev/null || echo "^$known"
	done
} | git pack-objects --quiet --revs --thin --stdout --delta-base-offset
