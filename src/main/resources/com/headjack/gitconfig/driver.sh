# Run by git in a container in place of a program that the configuration of the host names:
#   driver.sh KIND NAME PROGRAMS COMMAND [ARGUMENT...]
# KIND is clean, smudge, merge, textconv or command. COMMAND runs if the container has PROGRAMS and COMMAND does not fail.
# Otherwise no file may get a content that it would not get on the host.
kind=$1 name=$2 programs=$3 command=$4
shift 4

missing=
for program in $programs; do
	command -v "$program" >/dev/null 2>&1 || missing=$program
done
[ -n "$command" ] || missing=$programs

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

tell() {
	echo "headjack: $*" >&2
}

# The ids of what the file is in the index and in the commits at hand.
known_ids() {
	for place in "" :1: :2: :3: HEAD: MERGE_HEAD: CHERRY_PICK_HEAD: REBASE_HEAD: REVERT_HEAD: ORIG_HEAD: 'stash@{0}:'; do
		git rev-parse --quiet --verify "${place:-:}$headjack_path" 2>/dev/null
	done
}

is_known() {
	id=$(git hash-object --stdin <"$1") && known_ids | grep -q "^$id\$"
}

# commits_only_the_index WORD...: whether a git commit with these options takes nothing from the working tree.
commits_only_the_index() {
	while [ $# -gt 0 ]; do
		case $1 in
			-m | -F | -C | -c | --message | --file | --author | --date | --fixup | --squash | --cleanup | --trailer | --reuse-message | --reedit-message | -t | --template)
				[ $# -gt 1 ] || return 1
				shift
				;;
			--all | --include | --only | --patch | --interactive | --pathspec* | --) return 1 ;;
			--*) ;;
			-m* | -F* | -C* | -c* | -t* | -u* | -S*) ;;
			-[!-]*[aiop]* | -[aiop]*) case $1 in -qm | -sm | -nm | -vm) shift ;; *) return 1 ;; esac ;;
			-*m) shift ;;
			-*) ;;
			*) return 1 ;;
		esac
		shift
	done
}

# only_looks WORD...: whether a git command, given by its words, makes no blob of a file of the working tree.
only_looks() {
	shift
	while :; do
		case ${1-} in
			-C | -c | --git-dir | --work-tree | --namespace | --exec-path | --config-env) shift 2 || return 1 ;;
			-*) shift ;;
			*) break ;;
		esac
	done
	case ${1-} in
		status | diff | diff-files | diff-index | describe | ls-files | blame | annotate | reset | log | show | rm | mv) ;;
		merge | rebase | cherry-pick | revert | pull | am | switch | checkout | read-tree | restore | submodule | bisect)
			for word; do
				case $word in -m | --merge | --autostash) return 1 ;; esac
			done
			;;
		update-index)
			shift
			for word; do
				case $word in -q | --refresh | --really-refresh | --ignore-submodules | --unmerged) ;; *) return 1 ;; esac
			done
			;;
		stash) ;;
		commit)
			shift
			commits_only_the_index "$@"
			;;
		*) return 1 ;;
	esac
}

# words_of PROCESS: runs only_looks with the words of a process.
process_only_looks() {
	tr '\0\n' '\n ' <"/proc/$1/cmdline" >"$work/words" || return 1
	set --
	while IFS= read -r word; do
		set -- "$@" "$word"
	done <"$work/words"
	case ${1##*/} in
		git) only_looks "$@" ;;
		git-*) only_looks git "${1##*/git-}" ;;
		*) return 0 ;;
	esac
}

# Whether all of the git commands above this script only look at the working tree.
nothing_is_added() {
	process=$PPID
	while [ "$process" -gt 1 ]; do
		process_only_looks "$process" || return 1
		stat=$(cat "/proc/$process/stat") || return 1
		stat=${stat##*) }
		stat=${stat#* }
		process=${stat%% *}
	done
}

refuse_unless_nothing_is_added() {
	if is_known "$work/in" || nothing_is_added; then
		cat "$work/in"
		exit 0
	fi
	tell "git cannot take $headjack_path here: its filter \"$name\" needs ${missing:-$programs}, which ${failed:-is not in this container}"
	exit 1
}

run() {
	[ -z "$missing" ] || return 1
	sh -c "$command" "$name" "$@" && return
	failed='fails in this container'
	return 1
}

case $kind in
	clean)
		cat >"$work/in"
		if run <"$work/in" >"$work/out"; then
			cat "$work/out"
		else
			refuse_unless_nothing_is_added
		fi
		;;
	smudge)
		cat >"$work/in"
		run <"$work/in" >"$work/out" || cp "$work/in" "$work/out"
		cat "$work/out"
		;;
	merge)
		if [ -z "$missing" ]; then
			run
			exit
		fi
		tell "merged $headjack_P line by line, and left it as a conflict: its driver \"$name\" needs $missing, which is not in this container"
		git merge-file -L ours -L base -L theirs "$headjack_A" "$headjack_O" "$headjack_B"
		exit 1
		;;
	textconv)
		if [ -n "$missing" ]; then
			echo "(shown by $missing, which is not in this container; $(cksum <"$1"))"
		else
			sh -c "$command \"\$@\"" "$name" "$@"
		fi
		;;
	command)
		if [ -n "$missing" ]; then
			git diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"
			exit 0
		fi
		sh -c "$command \"\$@\"" "$name" "$@"
		;;
esac
