# exec.sh SHOWN PROGRAM ARGUMENT...
# Becomes the program, which messages call SHOWN. One that is missing ends with 127, and one that cannot be run with 126, as
# in a shell.
shown=$1 becoming=
shift
case $1 in
	*/*) [ ! -e "$1" ] || becoming=$1 ;;
	*)
		rest=$PATH:
		while [ -n "$rest" ]; do
			candidate=${rest%%:*}/$1
			rest=${rest#*:}
			[ -f "$candidate" ] || continue
			[ -n "$becoming" ] || becoming=$candidate
			if [ -x "$candidate" ]; then
				becoming=$candidate
				break
			fi
		done
		;;
esac
if [ -z "$becoming" ]; then
	printf 'error: there is no program "%s" in the container\n' "$shown" >&2
	exit 127
fi
if [ ! -f "$becoming" ] || [ ! -x "$becoming" ]; then
	printf 'error: "%s" in the container is not executable\n' "$shown" >&2
	exit 126
fi
unset shown becoming candidate rest
exec "$@"
