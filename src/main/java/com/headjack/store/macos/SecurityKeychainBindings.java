package com.headjack.store.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.headjack.foreign.NativeCallException;
import com.headjack.foreign.NativeLibrary;
import com.headjack.foreign.PlainFunction;

/**
 * Calls the framework {@code Security} on the file-based keychain.
 */
final class SecurityKeychainBindings implements KeychainBindings {

	private static final String FRAMEWORKS = "/System/Library/Frameworks/%1$s.framework/%1$s";

	private static final int UNLOCKED = 1;

	private final NativeLibrary security;

	private final CoreFoundation foundation;

	private final PlainFunction add;

	private final PlainFunction copyMatching;

	private final PlainFunction update;

	private final PlainFunction delete;

	private final PlainFunction status;

	/**
	 * Links the functions.
	 * @param security the framework {@code Security}
	 * @param foundation the framework {@code CoreFoundation}
	 * @param interaction whether macOS may ask for the keychain's password
	 */
	SecurityKeychainBindings(NativeLibrary security, CoreFoundation foundation, boolean interaction) {
		ValueLayout number = ValueLayout.JAVA_INT;
		ValueLayout pointer = ValueLayout.ADDRESS;
		this.security = security;
		this.foundation = foundation;
		this.add = security.linkPlain("SecItemAdd", FunctionDescriptor.of(number, pointer, pointer));
		this.copyMatching = security.linkPlain("SecItemCopyMatching", FunctionDescriptor.of(number, pointer, pointer));
		this.update = security.linkPlain("SecItemUpdate", FunctionDescriptor.of(number, pointer, pointer));
		this.delete = security.linkPlain("SecItemDelete", FunctionDescriptor.of(number, pointer));
		this.status = security.linkPlain("SecKeychainGetStatus", FunctionDescriptor.of(number, pointer, pointer));
		PlainFunction allow = security.linkPlain("SecKeychainSetUserInteractionAllowed",
				FunctionDescriptor.of(number, ValueLayout.JAVA_BYTE));
		byte allowed = (byte) (interaction ? 1 : 0);
		check("SecKeychainSetUserInteractionAllowed", allow.call((handle) -> (int) handle.invokeExact(allowed)));
	}

	/**
	 * Links the frameworks of this system.
	 */
	static KeychainBindings ofMacos(boolean interaction) {
		return new SecurityKeychainBindings(NativeLibrary.named(FRAMEWORKS.formatted("Security")),
				new CoreFoundation(NativeLibrary.named(FRAMEWORKS.formatted("CoreFoundation"))), interaction);
	}

	@Override
	public byte[] read(String service, String account) {
		try (CoreFoundation.Objects objects = this.foundation.objects(); Arena arena = Arena.ofConfined()) {
			MemorySegment found = copyMatching(arena,
					query(objects, service,
							Map.of(constant("kSecAttrAccount"), objects.string(account), constant("kSecReturnData"),
									this.foundation.yes(), constant("kSecMatchLimit"), constant("kSecMatchLimitOne"))));
			return this.foundation.bytes(objects.owned(found));
		}
	}

	@Override
	public void add(String service, String account, String label, byte[] content) {
		try (CoreFoundation.Objects objects = this.foundation.objects()) {
			MemorySegment item = query(objects, service,
					Map.of(constant("kSecAttrAccount"), objects.string(account), constant("kSecAttrLabel"),
							objects.string(label), constant("kSecValueData"), objects.data(content)));
			check("SecItemAdd", this.add.call((handle) -> (int) handle.invokeExact(item, MemorySegment.NULL)));
		}
	}

	@Override
	public void update(String service, String account, byte[] content) {
		try (CoreFoundation.Objects objects = this.foundation.objects()) {
			MemorySegment query = query(objects, service, Map.of(constant("kSecAttrAccount"), objects.string(account)));
			MemorySegment change = objects.dictionary(Map.of(constant("kSecValueData"), objects.data(content)));
			check("SecItemUpdate", this.update.call((handle) -> (int) handle.invokeExact(query, change)));
		}
	}

	@Override
	public void delete(String service, String account) {
		try (CoreFoundation.Objects objects = this.foundation.objects()) {
			MemorySegment query = query(objects, service, Map.of(constant("kSecAttrAccount"), objects.string(account)));
			check("SecItemDelete", this.delete.call((handle) -> (int) handle.invokeExact(query)));
		}
	}

	@Override
	public List<String> accounts(String service) {
		try (CoreFoundation.Objects objects = this.foundation.objects(); Arena arena = Arena.ofConfined()) {
			MemorySegment found = copyMatching(arena, query(objects, service, Map.of(constant("kSecReturnAttributes"),
					this.foundation.yes(), constant("kSecMatchLimit"), constant("kSecMatchLimitAll"))));
			return this.foundation.strings(objects.owned(found), constant("kSecAttrAccount"));
		}
	}

	@Override
	public boolean unlocked() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment bits = arena.allocate(ValueLayout.JAVA_INT);
			check("SecKeychainGetStatus",
					this.status.call((handle) -> (int) handle.invokeExact(MemorySegment.NULL, bits)));
			return (bits.get(ValueLayout.JAVA_INT, 0) & UNLOCKED) != 0;
		}
	}

	private MemorySegment copyMatching(Arena arena, MemorySegment query) {
		MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
		check("SecItemCopyMatching", this.copyMatching.call((handle) -> (int) handle.invokeExact(query, found)));
		return found.get(ValueLayout.ADDRESS, 0);
	}

	private MemorySegment query(CoreFoundation.Objects objects, String service,
			Map<MemorySegment, MemorySegment> more) {
		Map<MemorySegment, MemorySegment> entries = new LinkedHashMap<>(more);
		entries.put(constant("kSecClass"), constant("kSecClassGenericPassword"));
		entries.put(constant("kSecAttrService"), objects.string(service));
		return objects.dictionary(entries);
	}

	private MemorySegment constant(String name) {
		return CoreFoundation.constant(this.security, name);
	}

	private static void check(String function, int status) {
		if (status != 0) {
			throw new NativeCallException(function, status);
		}
	}

}
