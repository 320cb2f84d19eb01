# supervise.sh OUT LAUNCH
# Runs the command that stands in LAUNCH with its variables, and keeps its exit code in OUT.exit once all that it printed is
# in OUT.log.
out=$1 launch=$2
# Ctrl-C is for the command. A hang-up is for both: the command gets its own when this shell is gone.
trap : INT QUIT

# Becomes the command. From the first export on it starts no other program, which would get the variables, too.
become() {
	set --
	while read -r name line; do
		set -- "$@" "$name=$(printf %s "$line" | base64 -d && echo .)"
	done <"$launch"
	rm -f "$launch"
	# The dot has kept the line ends that a substitution drops.
	for variable; do
		export "${variable%.}"
	done
	eval "set -- $HEADJACK_COMMAND"
	unset HEADJACK_COMMAND
	exec "$@"
}

(become)
code=$?

ended() {
	{ tail -c 100 "$out.log.old"; tail -c 100 "$out.log"; } 2>/dev/null | grep -q headjack-end
}

# Goes the way of all output, so what came before it has arrived when it has. The one before may have been cut in two.
tries=0
while printf '\033]777;headjack-end\007'; ! ended && [ "$tries" -lt 600 ]; do
	tries=$((tries + 1))
	sleep 0.05
done
echo "$code" >"$out.exit.new"
mv -f "$out.exit.new" "$out.exit"
