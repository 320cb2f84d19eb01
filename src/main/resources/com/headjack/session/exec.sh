# exec.sh PROGRAM ARGUMENT...
# Becomes the program. One that is missing ends with 127, and one that cannot be run with 126, as in a shell.
becoming=
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
	echo "error: there is no program \"$1\" in the container" >&2
	exit 127
fi
if [ ! -f "$becoming" ] || [ ! -x "$becoming" ]; then
	echo "error: \"$1\" in the container is not executable" >&2
	exit 126
fi
unset becoming candidate rest
exec "$@"
