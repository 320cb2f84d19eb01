# collect.sh LIMIT NAME...
# Looks at secret files that hjk gave. Prints a line for each: "none", "gone", "odd WHAT", "same", or, if any of them is no
# longer what hjk gave, its content in base64. What was seen is kept beside the file: what changes later is no one's to replace.
# A file that the agent put in the link's place goes to memory first, with a link to it again.
umask 077
secrets=/run/headjack
limit=$1
shift

is_file() {
	[ -f "$1" ] && [ ! -L "$1" ]
}

fits() {
	[ "$(stat -c %s "$1")" -le "$limit" ]
}

place() {
	head -c 4096 "$1.place" 2>/dev/null
}

# FILE PLACE
take_back() {
	is_file "$2" && fits "$2" || return 0
	rm -rf "$1.new"
	if timeout 2 cp "$2" "$1.new"; then
		mv -f "$1.new" "$1"
		ln -s "$1" "$2.headjack-$$"
		mv -f "$2.headjack-$$" "$2"
	fi
}

exists() {
	[ -e "$1" ] || [ -L "$1" ]
}

# FILE: says what is wrong with it, if anything is.
fault() {
	if ! exists "$1"; then
		echo gone
	elif [ -L "$1" ]; then
		echo odd link
	elif [ ! -f "$1" ]; then
		echo odd kind
	elif ! fits "$1"; then
		echo odd size
	fi
}

# FILE PLACE: keeps what is there, and says how it compares to what hjk gave.
state() {
	if [ ! -e "$1.given" ]; then
		echo none
		return
	fi
	fault=
	[ -z "$2" ] || [ "$(readlink "$2")" = "$1" ] || fault=$(fault "$2")
	[ -n "$fault" ] || fault=$(fault "$1")
	rm -rf "$1.look"
	if [ -n "$fault" ]; then
		echo "$fault"
	elif ! timeout 2 head -c "$((limit + 1))" "$1" >"$1.look"; then
		echo odd kind
	else
		rm -rf "$1.seen"
		mv "$1.look" "$1.seen"
		timeout 2 cmp -s "$1.seen" "$1.given" && echo same || echo changed
	fi
}

states=
for name; do
	file=$secrets/$name
	place=$(place "$file")
	take_back "$file" "$place"
	states="$states$(state "$file" "$place")
"
done
case $states in
	*changed*) changed=1 ;;
	*) changed= ;;
esac
printf %s "$states" | while read -r state; do
	case $changed$state in
		1same | 1changed) base64 <"$secrets/$1.seen" | tr -d '\n' && echo ;;
		*) echo "$state" ;;
	esac
	shift
done
