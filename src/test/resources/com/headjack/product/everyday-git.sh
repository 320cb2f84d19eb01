# Walks through the commands that it reads, and prints for each: its number, its exit code, and what it changed.
# R: the path of the remote; L: the path of a library. Arguments: their folder.
R=$1/remote.git L=$1/lib
export R L GIT_AUTHOR_DATE='2026-01-02T03:04:05Z' GIT_COMMITTER_DATE='2026-01-02T03:04:05Z' LC_ALL=C
rm -rf "$1" /tmp/everyday.*
mkdir -p "$1"
trap 'rm -rf "$1" /tmp/everyday.*' EXIT
git init -q --bare -b main "$R"
git push -q "$R" main topic packed packed-too main:gone
git init -q -b main "$L"
git -C "$L" commit -q --allow-empty -m Lib

begin() {
	for step in rebase merge cherry-pick revert am; do git $step --abort; done
	git bisect reset
	git checkout -q -f feat/x || git checkout -q -f -B feat/x base
	git reset -q --hard base
	git branch --unset-upstream
	git stash clear
	git clean -q -f -f -d -x
	git sparse-checkout disable
	git config --unset rerere.enabled
	git config --unset core.hooksPath
	git config --unset user.name
}

state() {
	# A newer git makes the HEAD of each remote.
	git for-each-ref --format='%(refname) %(objectname) %(symref)' | grep -v 'refs/remotes/[^o].*/HEAD'
	git rev-parse --symbolic-full-name HEAD
	git rev-parse HEAD
	git status --porcelain=v2 --branch
	git ls-files --stage -v
	git stash list
	git config --local --get-regexp '^(branch|remote|submodule|everyday|alias|user)\.'
	find . -path ./.git -prune -o -name .git -prune -o -type f -exec cksum {} +
	git --git-dir="$R" for-each-ref --format='remote: %(refname) %(objectname)'
} 2>/dev/null

number=0
while IFS= read -r setup && IFS= read -r command; do
	number=$((number + 1))
	begin >/dev/null 2>&1 </dev/null
	(eval "$setup") >/dev/null 2>&1 </dev/null
	state | sort >"$1/before"
	(eval "$command") >"$1/printed" 2>&1 </dev/null
	echo "= $number $?"
	state | sort >"$1/after"
	diff "$1/before" "$1/after" | grep '^[<>]'
	tr '\r' '\n' <"$1/printed" | grep . | sed 's/^/: /' | tail -5
done
