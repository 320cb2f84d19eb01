# terminal.sh ROWS COLUMNS COMMAND...
# Becomes the command at a terminal of that size. A kind of terminal that this system does not know is taken for a common one.
stty rows "$1" columns "$2" 2>/dev/null
shift 2

known() {
	for folder in "$HOME/.terminfo" /etc/terminfo /lib/terminfo /usr/share/terminfo /usr/lib/terminfo; do
		[ ! -e "$folder/${TERM%"${TERM#?}"}/$TERM" ] || return 0
	done
	return 1
}

known || export TERM=xterm-256color
exec "$@"
