# start.sh LAUNCH COUNT [KIND NAME SEEN]... COMMAND...
# Reads a line of base64 for each variable and file, puts it in place, and runs the command.
# Variables go to LAUNCH, in memory, for the agent's own process alone.
# A secret goes to memory, with a link to it where the agent looks, which is in SEEN. One that changed after hjk looked at it,
# or gave it, is left alone: the agent may have renewed it. Settings go in only where the file still is what was SEEN, a checksum.
# What the agent keeps of its conversations goes to SEEN in a folder that outlives the container, with a link to it.
set -eu
umask 077
secrets=/run/headjack
conversations=/var/lib/headjack
changed=75
launch=$1 count=$2
shift 2
trap '[ $? = 0 ] || rm -f "$launch"' EXIT
: >"$launch"

put() {
	mkdir -p "$(dirname "$2")"
	printf %s "$1" | base64 -d >"$2.headjack-$$"
	mv -f "$2.headjack-$$" "$2"
}

put_variable() {
	case $2 in
		'' | [0-9]* | *[!A-Za-z0-9_]*)
			echo "no variable can have the name '$2'" >&2
			exit 1
			;;
	esac
	echo "$2 $1" >>"$launch"
}

is_file() {
	[ -f "$1" ] && [ ! -L "$1" ]
}

# Whether the agent may have renewed the file since hjk gave or saw it.
is_renewed() {
	is_file "$1" && cmp -s "$1.new" "$1.given" && { [ ! -e "$1.seen" ] || ! cmp -s "$1" "$1.seen"; }
}

put_secret() {
	file=$secrets/$2
	rm -rf "$file.new" "$file.place"
	put "$1" "$file.new"
	if is_renewed "$file"; then
		rm "$file.new"
	else
		rm -rf "$file" "$file.given" "$file.seen"
		cp "$file.new" "$file.given"
		mv "$file.new" "$file"
	fi
	printf %s "$3" >"$file.place"
	mkdir -p "$(dirname "$3")"
	ln -s "$file" "$3.headjack-$$"
	mv -f "$3.headjack-$$" "$3"
}

put_settings() {
	present=
	[ ! -f "$2" ] || present=$(cksum <"$2" | tr ' ' -)
	[ "$present" = "$3" ] || exit "$changed"
	put "$1" "$2"
}

device() {
	stat -c %d "$1"
}

# What another mount holds outlives the container already, and is not hjk's to move.
put_conversation() {
	kept=$conversations/${3%/} place=${2%/}
	if [ ! -d "$conversations" ] || [ -L "$place" ]; then
		return
	fi
	mkdir -p "$(dirname "$kept")" "$(dirname "$place")"
	[ "$2" = "${2%/}" ] || mkdir -p "$kept"
	if [ "$(device "$(dirname "$place")")" != "$(device /etc)" ]; then
		return
	fi
	if [ -d "$place" ]; then
		[ "$(device "$place")" = "$(device /etc)" ] || return 0
		cp -a "$place/." "$kept"
		rm -rf "$place"
	elif [ -e "$place" ]; then
		mv -f "$place" "$kept"
	fi
	ln -s "$kept" "$place"
}

while [ "$count" -gt 0 ]; do
	kind=$1 name=$2 seen=$3
	shift 3
	IFS= read -r line
	"put_$kind" "$line" "$name" "$seen"
	count=$((count - 1))
done
"$@" </dev/null
