/* The functions of advapi32 that keep credentials, for one credential; errors go to errno. No header files are needed. */
typedef unsigned int dword;
typedef unsigned short wide;
typedef unsigned char byte;

typedef struct {
	dword flags, type;
	wide *target, *comment;
	dword low, high, size;
	byte *blob;
	dword persist, attributes_count;
	void *attributes;
	wide *alias, *user;
} credential;

extern int *__errno_location(void);

static wide target[256];
static byte blob[2560];
static credential stored;
/* Structures that are lent are not aligned: those of Wine are not either. */
static byte lent[2 + sizeof(credential)], listed[2 + sizeof(credential *) + sizeof(credential)];
static int present, borrowed;

static int fail(int error) {
	*__errno_location() = error;
	return 0;
}

static void copy(byte *to, const void *from, unsigned long size) {
	for (unsigned long i = 0; i < size; i++)
		to[i] = ((const byte *) from)[i];
}

static int matches(const wide *name) {
	int i = 0;
	if (!present)
		return 0;
	while (name[i] && name[i] == target[i])
		i++;
	return name[i] == target[i] || name[i] == '*';
}

int CredWriteW(credential *given, dword flags) {
	int i = 0;
	if (flags || given->flags || given->type != 1 || given->persist != 2 || given->attributes_count || given->attributes || given->alias || given->comment || given->user[0] != 'h')
		return fail(87);
	if (given->size > sizeof(blob))
		return fail(1783);
	while ((target[i] = given->target[i]))
		i++;
	copy(blob, given->blob, given->size);
	stored = *given;
	stored.target = target;
	stored.blob = blob;
	/* 2026-01-01T00:00:00Z */
	stored.low = 134116992000000000ull & 0xffffffff;
	stored.high = 134116992000000000ull >> 32;
	present = 1;
	return 1;
}

int CredReadW(const wide *name, dword type, dword flags, credential **found) {
	static byte content[2560];
	credential given = stored;
	if (!matches(name) || type != 1 || flags)
		return fail(1168);
	copy(content, blob, stored.size);
	given.blob = content;
	copy(lent + 2, &given, sizeof(given));
	*found = (credential *) (lent + 2);
	borrowed++;
	return 1;
}

int CredDeleteW(const wide *name, dword type, dword flags) {
	if (!matches(name) || type != 1 || flags)
		return fail(1168);
	present = 0;
	return 1;
}

int CredEnumerateW(const wide *filter, dword flags, dword *count, credential ***found) {
	if (!matches(filter) || flags)
		return fail(1168);
	byte *entry = listed + 2 + sizeof(credential *);
	copy(listed + 2, &entry, sizeof(entry));
	copy(entry, &stored, sizeof(stored));
	*count = 1;
	*found = (credential **) (listed + 2);
	borrowed++;
	return 1;
}

int CredGetSessionTypes(dword count, dword *longest) {
	if (borrowed)
		return fail(6);
	for (dword i = 0; i < count; i++)
		longest[i] = i + 2;
	return 1;
}

void CredFree(void *memory) {
	if (memory)
		borrowed--;
}
