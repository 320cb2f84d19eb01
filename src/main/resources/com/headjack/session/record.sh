# record.sh OUT HALF SIZE
# Keeps what comes in OUT.log. When that is about to exceed HALF (in KiB) it becomes OUT.log.old, in the place of the one before.
# The mark of the terminal's size, which is in OUT.size, is written again and again: a log is also read without its beginning,
# which has a mark of its own. OUT.turns has a dot for each time that the log was divided.
out=$1 half=$2
printf '\033]777;headjack-begin\007' >"$out.log"
printf '\033]777;headjack-size;%s\007' "$3" >"$out.size"
blocks=$((half / 256))
[ "$blocks" -le 64 ] || blocks=64

# Blocks count whether they are full or not, so that what comes is kept at once.
while
	cat "$out.size" >>"$out.log"
	before=$(wc -c <"$out.log")
	dd bs=65536 count="$blocks" >>"$out.log" 2>/dev/null
	after=$(wc -c <"$out.log")
	[ "$after" -gt "$before" ]
do
	[ "$((after / 1024 + blocks * 64))" -lt "$half" ] || { mv -f "$out.log" "$out.log.old" && printf . >>"$out.turns"; }
done
