# Run by root in a container after its start, and by its main program at its first start: prepare.sh UID GID IMAGE_USER
# Gives the host's user a name and a home folder, and looks for what sessions need. The main program does not know the image's
# user, which is '?' then. Exit code 70: it has to be known.
set -eu
uid=$1 gid=$2 image_user=$3

for program in tmux base64; do
	command -v "$program" >/dev/null || { echo "$program"; exit 69; }
done

# The main program tells the host first that this is a new start.
tries=0
until [ "$image_user" = '?' ] || [ -e /run/headjack/.ready ] || [ "$tries" -ge 600 ]; do
	tries=$((tries + 1))
	sleep 0.05
done

# Podman's plainest storage, vfs, can leave the root folder to root alone.
chmod a+rx /

entry_of() {
	while IFS=: read -r name _ id _ _ home _; do
		if [ "$name" = "$1" ] || [ "$id" = "$1" ]; then
			echo "$name:$home"
			return
		fi
	done </etc/passwd
}

# entry_at HOME: of an ordinary user.
entry_at() {
	while IFS=: read -r name _ id _ _ home _; do
		if [ "$home" = "$1" ] && [ "$id" -ge 1000 ]; then
			echo "$name:$home"
			return
		fi
	done </etc/passwd
}

# rewrite_users SCRIPT: by sed; the file itself may be a mount.
rewrite_users() {
	sed "$1" /etc/passwd >/etc/passwd.headjack
	cat /etc/passwd.headjack >/etc/passwd
	rm /etc/passwd.headjack
}

# Podman names a user of its own accord, at home where the work is.
podmans=":$uid:$gid:[^:]*:\/workspace:"
! grep -q "$podmans" /etc/passwd || rewrite_users "/$podmans/d"

entry=$(entry_of "$uid")
if [ -z "$entry" ]; then
	entry=$(entry_of "${image_user:-root}")
	case $entry in
		# An image can name a home folder and no user.
		'' | root:*) entry=$(entry_at "${HOME:-}") ;;
	esac
	[ -n "$entry" ] || [ "$image_user" != '?' ] || exit 70
	if [ -z "$entry" ]; then
		entry=headjack:/home/headjack
		echo "headjack:x:$uid:$gid::/home/headjack:/bin/sh" >>/etc/passwd
	else
		name=${entry%%:*}
		rewrite_users "s/^$name:\([^:]*\):[^:]*:[^:]*:/$name:\1:$uid:$gid:/"
	fi
fi

home=${entry#*:}
mkdir -p "$home"
[ "$(stat -c %u "$home")" = "$uid" ] || find "$home" -xdev -exec chown -h "$uid:$gid" {} +
