# end.sh TENTHS SOCKETS OUTS NAME...
# Ends sessions, all at once: what runs at their terminals is told as if those were closed, and has so many tenths of a
# second to save what it has. The terminals stay as long, so that the last output and the exit code are kept.
tenths=$1 sockets=$2 outs=$3
shift 3

# The first pane of a session is its supervisor's, which ends when the program has.
leaders=' ' supervisors=' '
for name; do
	while read -r pane leader; do
		leaders="$leaders$leader "
		[ "$pane" != %0 ] || supervisors="$supervisors$leader "
	done <<-END
		$(tmux -L "$sockets$name" list-panes -a -F '#{pane_id} #{pane_pid}' 2>/dev/null)
	END
done

# Prints the processes at the terminals.
members() {
	for stat in /proc/[0-9]*/stat; do
		line=
		{ read -r line <"$stat"; } 2>/dev/null
		process=${stat#/proc/}
		# shellcheck disable=SC2086
		set -- ${line##*) }
		case "$1$leaders" in
			Z*) ;;
			*" $4 "*) echo "${process%/stat}" ;;
		esac
	done
}

# Prints the processes at the terminals, but for the supervisors. Who started others comes first: a shell whose command has ended
# before it is told itself would end, too, without doing what it does then.
programs() {
	for process in $(members | sort -n); do
		case $supervisors in
			*" $process "*) ;;
			*) echo "$process" ;;
		esac
	done
}

# wait_for TENTHS: until nothing is left at the terminals.
wait_for() {
	left=$1
	while [ "$left" -gt 0 ] && [ -n "$(members)" ]; do
		left=$((left - 1))
		sleep 0.1
	done
}

# Sends what closes a terminal, SIGHUP, and SIGTERM to who is prepared for that alone.
hang_up() {
	signal=HUP ignored=0 caught=0
	while read -r key mask; do
		case $key in
			SigIgn:) ignored=0x${mask#????????????} ;;
			SigCgt:) caught=0x${mask#????????????} ;;
		esac
	done <"/proc/$1/status"
	if [ $((ignored & 1)) -ne 0 ] || [ $((caught & 0x4001)) -eq $((0x4000)) ]; then
		signal=TERM
	fi
	kill -s "$signal" "$1"
	kill -s CONT "$1"
}

for process in $(programs); do
	hang_up "$process" 2>/dev/null
done
wait_for "$tenths"
for process in $(programs); do
	kill -s KILL "$process" 2>/dev/null
done
wait_for 10
for name; do
	tmux -L "$sockets$name" kill-server 2>/dev/null
	exit=$outs$name.exit
	[ -e "$exit" ] || { echo 129 >"$exit.new" && mv -f "$exit.new" "$exit"; }
done
