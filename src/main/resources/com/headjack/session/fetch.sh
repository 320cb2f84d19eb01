# fetch.sh OUT [NAME TURN FROM]
# Prints what the files of the folder OUT tell: the container's start, and how sessions have ended. With a NAME, then an empty line
# and what is new in its log after FROM bytes of the file that was written when it had been divided TURN times.
out=$1
cd "$out" || exit 0

is_file() {
	[ -f "$1" ] && [ ! -L "$1" ]
}

! is_file boot || echo "boot $(head -c 100 boot)"
for exit in *.exit; do
	! is_file "$exit" || echo "exit $(stat -c %Y "$exit") ${exit%.exit} $(head -c 100 "$exit" | tr '\n' ' ')"
done
[ $# = 4 ] && is_file "$2.log" || exit 0
log=$2.log turn=$3 from=$4 rest=0 old=0 now=0
! is_file "$2.turns" || now=$(stat -c %s "$2.turns")
if [ "$now" != "$turn" ]; then
	if is_file "$log.old"; then
		[ "$now" != "$((turn + 1))" ] || rest=$from
		old=$(($(stat -c %s "$log.old") - rest))
	fi
	from=0
fi
new=$(($(stat -c %s "$log") - from))
[ "$old" -ge 0 ] && [ "$new" -ge 0 ] || exit 0
# The rest comes the next time.
[ "$new" -le 268435456 ] || new=268435456
echo "log $now $rest $old $new"
echo
[ "$old" = 0 ] || tail -c "+$((rest + 1))" "$log.old" | head -c "$old"
tail -c "+$((from + 1))" "$log" | head -c "$new"
