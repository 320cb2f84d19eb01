# survey.sh PROGRAM COUNT FILE... VARIABLE...
# Looks for the agent's program. Prints each of its COUNT files below the home folder as a line of its checksum and base64,
# and then which of the variables are set.
command -v "$1" >/dev/null || exit 69
count=$2
shift 2
while [ "$count" -gt 0 ]; do
	[ ! -f "$HOME/$1" ] || echo "$(cksum <"$HOME/$1" | tr ' ' -) $(base64 <"$HOME/$1" | tr -d '\n')"
	[ -f "$HOME/$1" ] || echo
	shift
	count=$((count - 1))
done
for variable; do
	! printenv "$variable" >/dev/null || echo "$variable"
done
