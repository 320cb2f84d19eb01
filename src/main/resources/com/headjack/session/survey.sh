# survey.sh PROGRAM [FILE...]
# Looks for the agent's program, and prints each of its files below the home folder as a line of base64.
command -v "$1" >/dev/null || exit 69
shift
for file; do
	[ ! -f "$HOME/$file" ] || base64 <"$HOME/$file" | tr -d '\n'
	echo
done
