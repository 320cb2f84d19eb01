# survey.sh PROGRAM HOME COUNT [KIND FILE VARIABLE GIVEN BELOW]... CONFLICT...
# Looks for the agent's program. Prints three lines for each of its COUNT files: where it is; the folder that VARIABLE (GIVEN, if
# that is not empty) names for it; and of settings a checksum and the content in base64. A file is BELOW that folder, or
# else it is FILE in the home folder. Then prints which of the other variables are set.
command -v "$1" >/dev/null || exit 69

# No shell has replaced a tilde in a variable of an image or of the configuration.
# shellcheck disable=SC2088
absolute() {
	case $1 in
		'' | /*) printf '%s\n' "$1" ;;
		'~' | '~/'*) printf '%s\n' "$HOME${1#'~'}" ;;
		*) printf '%s\n' "$PWD/$1" ;;
	esac
}

HOME=$(absolute "${2:-$HOME}")
count=$3
shift 3
while [ "$count" -gt 0 ]; do
	kind=$1 file=$HOME/$2 folder=
	[ -z "$3" ] || folder=$(absolute "${4:-$(printenv "$3")}")
	[ -z "$folder" ] || file=$folder/$5
	printf '%s\n' "$file" "$folder"
	if [ "$kind" = settings ] && [ -f "$file" ]; then
		echo "$(cksum <"$file" | tr ' ' -) $(base64 <"$file" | tr -d '\n')"
	else
		echo
	fi
	shift 5
	count=$((count - 1))
done
for variable; do
	! printenv "$variable" >/dev/null || echo "$variable"
done
