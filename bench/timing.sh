# Measures what a user waits for; needs $scratch.
# shellcheck shell=bash

# time_of FILE COMMAND...: appends the milliseconds that the command takes.
time_of() {
	local file=$scratch/$1 begin end
	shift
	begin=$(date +%s%N)
	"$@" >/dev/null
	end=$(date +%s%N)
	echo $(((end - begin) / 1000000)) >>"$file"
}

median() {
	sort -n "$scratch/$1" | awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

# compare NAME WHAT BASE
compare() {
	awk -v name="$1" -v what="$(median "$2")" -v base="$(median "$3")" \
		'BEGIN { printf "%-52s %6.0f ms against %6.0f ms: %+5.0f ms, %.2f\n", name, what, base, what - base, what / base }'
}

# cpu_of FILE COMMAND...: appends the milliseconds that the command takes to FILE, and the CPU time of it and its children
# to FILE.cpu. The command may fail.
cpu_of() {
	local file=$scratch/$1 TIMEFORMAT='%U %S %R'
	shift
	{ time "$@" >/dev/null 2>&1 || true; } 2>"$scratch/times"
	awk '{ print ($1 + $2) * 1000 }' "$scratch/times" >>"$file.cpu"
	awk '{ print $3 * 1000 }' "$scratch/times" >>"$file"
}

# compare_cpu NAME WHAT BASE
compare_cpu() {
	awk -v name="$1" -v cpu="$(median "$2.cpu")" -v wall="$(median "$2")" -v base="$(median "$3.cpu")" \
		-v basewall="$(median "$3")" 'BEGIN { printf "%-36s CPU %5.0f ms, %5.2f times; wall %5.0f ms, %5.2f times\n",
			name, cpu, cpu / base, wall, wall / basewall }'
}
