/*
 * Lets the n-th call of a program on the files of a folder fail, or kills the program there. FAULT_FOLDER is the folder,
 * FAULT_ERROR the error's number, or 0 to kill, which passes over calls that change nothing. FAULT_AT is n, or
 * fault_at() says it. A write that fails has written a half. With FAULT_SOCKETS, writing to sockets and closing them count as well, and
 * fault_step() counts what the program itself calls a step.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((typeof(&name)) dlsym(RTLD_NEXT, #name))

#define PATH(name, parameters, path, ...) \
	int name parameters { return is_hit(path, 1) ? fail() : REAL(name)(__VA_ARGS__); }

static const char *folder;
static int error;
static int sockets;
static atomic_int left;

__attribute__((constructor)) static void begin(void)
{
	folder = getenv("FAULT_FOLDER");
	error = atoi(getenv("FAULT_ERROR"));
	sockets = getenv("FAULT_SOCKETS") != NULL;
	left = atoi(getenv("FAULT_AT"));
}

/* Returns how many calls were left before the one that was to fail, or not more than 0 if it has failed. */
int fault_at(int call)
{
	return atomic_exchange(&left, call);
}

static int is_hit(const char *path, int changes)
{
	return strncmp(path, folder, strlen(folder)) == 0 && (changes || error != 0) && --left == 0;
}

static int is_file_hit(int file, int changes)
{
	char link[64], path[PATH_MAX] = "";
	int before = errno;
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	ssize_t size = readlink(link, path, sizeof path - 1);
	errno = before;
	return size > 0 && is_hit(path, changes);
}

static int is_output_hit(int file)
{
	struct stat found;
	if (sockets && fstat(file, &found) == 0 && S_ISSOCK(found.st_mode))
		return --left == 0;
	return is_file_hit(file, 1);
}

static int fail(void)
{
	if (error == 0)
		kill(getpid(), SIGKILL);
	errno = error;
	return -1;
}

void fault_step(void)
{
	if (--left == 0)
		fail();
}

PATH(mkdir, (const char *path, mode_t mode), path, path, mode)
PATH(unlink, (const char *path), path, path)
PATH(rename, (const char *from, const char *to), to, from, to)

int open64(const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = va_arg(rest, mode_t);
	va_end(rest);
	return is_hit(path, 1) ? fail() : REAL(open64)(path, flags, mode);
}

int statx(int at, const char *path, int flags, unsigned mask, struct statx *found)
{
	return is_hit(path, 0) ? fail() : REAL(statx)(at, path, flags, mask, found);
}

int fcntl(int file, int command, ...)
{
	va_list rest;
	va_start(rest, command);
	void *argument = va_arg(rest, void *);
	va_end(rest);
	return is_file_hit(file, 1) ? fail() : REAL(fcntl)(file, command, argument);
}

int fsync(int file)
{
	return is_file_hit(file, 1) ? fail() : REAL(fsync)(file);
}

ssize_t read(int file, void *bytes, size_t size)
{
	return is_file_hit(file, 0) ? fail() : REAL(read)(file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size)
{
	if (!is_output_hit(file))
		return REAL(write)(file, bytes, size);
	REAL(write)(file, bytes, size / 2);
	return fail();
}

ssize_t writev(int file, const struct iovec *parts, int count)
{
	if (!is_output_hit(file))
		return REAL(writev)(file, parts, count);
	REAL(write)(file, parts[0].iov_base, parts[0].iov_len / 2);
	return fail();
}

ssize_t send(int file, const void *bytes, size_t size, int flags)
{
	if (!is_output_hit(file))
		return REAL(send)(file, bytes, size, flags);
	REAL(send)(file, bytes, size / 2, flags);
	return fail();
}

int close(int file)
{
	int hit = is_output_hit(file);
	int result = REAL(close)(file);
	return hit ? fail() : result;
}

struct dirent64 *readdir64(DIR *open)
{
	return (is_file_hit(dirfd(open), 0) && fail()) ? NULL : REAL(readdir64)(open);
}
