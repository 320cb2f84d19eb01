# supervise.sh OUT LAUNCH
# Runs the command that stands in LAUNCH with its variables, and keeps its exit code in OUT.exit once all that it printed is
# in OUT.log, with the word "memory" if the kernel has killed it for lack of memory.
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

# A core dump would hold the variables. A kernel that gives dumps to a program of the host heeds a limit of one byte alone.
forbid_dumps() {
	case $(cat /proc/sys/kernel/core_pattern) in
		'|'*) prlimit --core=1:1 --pid $$ ;;
		*) ulimit -c 0 ;;
	esac
}

# Prints how many programs of this container the kernel has killed for lack of memory.
killed() {
	sed -n 's/^oom_kill //p' /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null
}

forbid_dumps 2>/dev/null
before=$(killed)
(become)
code=$?
[ "$code" != 137 ] || [ "$(killed)" = "$before" ] || code='137 memory'

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
