# kill.sh OUT COMMAND...
# Ends a session by the command, and gives it the exit code of a hang-up unless it has ended by itself.
out=$1
shift
"$@" 2>/dev/null
[ -e "$out.exit" ] || { echo 129 >"$out.exit.new" && mv -f "$out.exit.new" "$out.exit"; }
