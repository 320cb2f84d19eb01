/*
 * The functions of Security and CoreFoundation that the keychain's store uses, for a keychain of a few items. Objects are
 * counted, so that a test sees what was not released. No header files are needed.
 */
typedef unsigned char byte;
typedef struct object object;

struct object {
	char kind;
	long references, size;
	byte content[2048];
	object *keys[8], *values[8];
};

#define CONSTANT(name, number) \
	static object name##_object = { 's', 1000, 1, { number }, { 0 }, { 0 } }; \
	object *name = &name##_object;

CONSTANT(kSecClass, 1)
CONSTANT(kSecClassGenericPassword, 2)
CONSTANT(kSecAttrService, 3)
CONSTANT(kSecAttrAccount, 4)
CONSTANT(kSecAttrLabel, 5)
CONSTANT(kSecValueData, 6)
CONSTANT(kSecReturnData, 7)
CONSTANT(kSecReturnAttributes, 8)
CONSTANT(kSecMatchLimit, 9)
CONSTANT(kSecMatchLimitOne, 10)
CONSTANT(kSecMatchLimitAll, 11)
CONSTANT(kCFBooleanTrue, 12)

byte kCFTypeDictionaryKeyCallBacks[48], kCFTypeDictionaryValueCallBacks[40];
long objects_alive;

static object heap[64];
static object *items[4];
static int interaction = -1;

void *memset(void *to, int value, unsigned long size) {
	for (volatile byte *p = to; size--; p++)
		*p = (byte) value;
	return to;
}

static object *make(char kind) {
	for (int i = 0; i < 64; i++)
		if (!heap[i].references) {
			memset(&heap[i], 0, sizeof(object));
			heap[i].kind = kind;
			heap[i].references = 1;
			objects_alive++;
			return &heap[i];
		}
	return 0;
}

static object *retain(object *o) {
	o->references++;
	return o;
}

void CFRelease(object *o) {
	if (--o->references)
		return;
	objects_alive--;
	for (int i = 0; i < 8; i++) {
		if (o->keys[i])
			CFRelease(o->keys[i]);
		if (o->values[i])
			CFRelease(o->values[i]);
	}
}

static object *content(char kind, const byte *bytes, long size) {
	object *o = make(kind);
	o->size = size;
	for (long i = 0; i < size; i++)
		o->content[i] = bytes[i];
	return o;
}

object *CFStringCreateWithBytes(void *allocator, const byte *bytes, long size, unsigned encoding, byte external) {
	return allocator || encoding != 0x08000100 || external ? 0 : content('s', bytes, size);
}

object *CFDataCreate(void *allocator, const byte *bytes, long size) {
	return allocator ? 0 : content('d', bytes, size);
}

object *CFDictionaryCreate(void *allocator, object **keys, object **values, long count, void *key_calls, void *value_calls) {
	if (allocator || key_calls != kCFTypeDictionaryKeyCallBacks || value_calls != kCFTypeDictionaryValueCallBacks)
		return 0;
	object *o = make('m');
	o->size = count;
	for (long i = 0; i < count; i++) {
		o->keys[i] = retain(keys[i]);
		o->values[i] = retain(values[i]);
	}
	return o;
}

static int same(object *a, object *b) {
	if (!a || !b || a->kind != b->kind || a->size != b->size)
		return 0;
	for (long i = 0; i < a->size; i++)
		if (a->content[i] != b->content[i])
			return 0;
	return 1;
}

object *CFDictionaryGetValue(object *o, object *key) {
	for (long i = 0; i < o->size; i++)
		if (same(o->keys[i], key))
			return o->values[i];
	return 0;
}

long CFDataGetLength(object *o) {
	return o->kind == 'd' ? o->size : -1;
}

byte *CFDataGetBytePtr(object *o) {
	return o->content;
}

long CFArrayGetCount(object *o) {
	return o->kind == 'a' ? o->size : -1;
}

object *CFArrayGetValueAtIndex(object *o, long index) {
	return o->values[index];
}

long CFStringGetLength(object *o) {
	return o->kind == 's' ? o->size : -1;
}

long CFStringGetMaximumSizeForEncoding(long length, unsigned encoding) {
	return encoding == 0x08000100 ? 3 * length : -1;
}

byte CFStringGetCString(object *o, byte *buffer, long size, unsigned encoding) {
	if (encoding != 0x08000100 || size <= o->size)
		return 0;
	for (long i = 0; i < o->size; i++)
		buffer[i] = o->content[i];
	buffer[o->size] = 0;
	return 1;
}

static int matches(object *item, object *query) {
	object *account = CFDictionaryGetValue(query, kSecAttrAccount);
	return item && same(CFDictionaryGetValue(item, kSecAttrService), CFDictionaryGetValue(query, kSecAttrService))
			&& (!account || same(CFDictionaryGetValue(item, kSecAttrAccount), account));
}

static int find(object *query) {
	for (int i = 0; i < 4; i++)
		if (matches(items[i], query))
			return i;
	return -1;
}

static int wrong(object *query) {
	return !query || query->kind != 'm' || !same(CFDictionaryGetValue(query, kSecClass), kSecClassGenericPassword);
}

int SecItemAdd(object *item, object **result) {
	if (wrong(item) || result || !CFDictionaryGetValue(item, kSecAttrLabel) || !CFDictionaryGetValue(item, kSecValueData))
		return -50;
	if (find(item) >= 0)
		return -25299;
	for (int i = 0; i < 4; i++)
		if (!items[i]) {
			items[i] = retain(item);
			return 0;
		}
	return -108;
}

int SecItemUpdate(object *query, object *change) {
	if (wrong(query) || !change || change->size != 1)
		return -50;
	int found = find(query);
	if (found < 0)
		return -25300;
	object *item = items[found];
	for (long i = 0; i < item->size; i++)
		if (same(item->keys[i], kSecValueData)) {
			CFRelease(item->values[i]);
			item->values[i] = retain(CFDictionaryGetValue(change, kSecValueData));
		}
	return 0;
}

int SecItemDelete(object *query) {
	int found = wrong(query) ? -1 : find(query);
	if (found < 0)
		return -25300;
	CFRelease(items[found]);
	items[found] = 0;
	return 0;
}

int SecItemCopyMatching(object *query, object **result) {
	int found = wrong(query) ? -1 : find(query);
	if (found < 0)
		return -25300;
	object *limit = CFDictionaryGetValue(query, kSecMatchLimit);
	if (same(CFDictionaryGetValue(query, kSecReturnData), kCFBooleanTrue) && same(limit, kSecMatchLimitOne)) {
		*result = retain(CFDictionaryGetValue(items[found], kSecValueData));
		return 0;
	}
	if (!same(CFDictionaryGetValue(query, kSecReturnAttributes), kCFBooleanTrue) || !same(limit, kSecMatchLimitAll))
		return -50;
	object *all = make('a');
	for (int i = 0; i < 4; i++)
		if (matches(items[i], query))
			all->values[all->size++] = retain(items[i]);
	*result = all;
	return 0;
}

int SecKeychainSetUserInteractionAllowed(byte allowed) {
	interaction = allowed;
	return 0;
}

int SecKeychainGetStatus(void *keychain, unsigned *status) {
	*status = interaction ? 7 : 6;
	return keychain ? -50 : 0;
}
