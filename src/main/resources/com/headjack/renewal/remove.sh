# remove.sh NAME...
# Removes secret files that hjk gave, and the links to them.
secrets=/run/headjack
for name; do
	file=$secrets/$name
	place=$(head -c 4096 "$file.place" 2>/dev/null)
	[ "$(readlink "$place")" != "$file" ] || rm -f "$place"
	rm -rf "$file" "$file.given" "$file.seen" "$file.place"
done
