# running.sh SOCKETS NAME...
# Prints the names of the sessions whose tmux answers, whatever their files say.
sockets=$1
shift
for name; do
	tmux -L "$sockets$name" has-session 2>/dev/null && echo "$name"
done
:
