# memory.sh
# Succeeds if the kernel has killed a program of this container for lack of memory.
grep -qs '^oom_kill [1-9]' /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control
