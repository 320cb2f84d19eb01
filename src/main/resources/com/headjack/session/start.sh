# start.sh COUNT [KIND FILE]... COMMAND...
# Reads a line of base64 for each file, puts it in place, and becomes the command.
# A secret goes to memory, with a link to it where the agent looks. One that was put there before is left alone:
# the agent may have renewed it since.
set -eu
umask 077
secrets=/run/headjack
count=$1
shift

put() {
	mkdir -p "$(dirname "$2")"
	printf %s "$1" | base64 -d >"$2.headjack-$$"
	mv -f "$2.headjack-$$" "$2"
}

while [ "$count" -gt 0 ]; do
	kind=$1 file=$2
	shift 2
	IFS= read -r line
	case $kind in
		secret)
			put "$line" "$secrets/$file.new"
			if cmp -s "$secrets/$file.new" "$secrets/$file.given" && [ -e "$secrets/$file" ]; then
				rm "$secrets/$file.new"
			else
				cp "$secrets/$file.new" "$secrets/$file.given"
				mv -f "$secrets/$file.new" "$secrets/$file"
			fi
			mkdir -p "$HOME/$(dirname "$file")"
			ln -s "$secrets/$file" "$HOME/$file.headjack-$$"
			mv -f "$HOME/$file.headjack-$$" "$HOME/$file"
			;;
		settings) put "$line" "$HOME/$file" ;;
	esac
	count=$((count - 1))
done
unset line
exec "$@" </dev/null
