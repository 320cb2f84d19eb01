package com.headjack.store.keyctl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

import com.headjack.foreign.NativeFunction;
import com.headjack.foreign.NativeLibrary;

/**
 * Makes the system calls by the C library's {@code syscall}, because that library has no
 * functions for keys.
 */
final class SyscallKeyctlBindings implements KeyctlBindings {

	private static final int JOIN_SESSION_KEYRING = 1;

	private static final int DESCRIBE = 6;

	private static final int LINK = 8;

	private static final int UNLINK = 9;

	private static final int SEARCH = 10;

	private static final int READ = 11;

	private static final int SET_TIMEOUT = 15;

	private static final int USUAL_SIZE = 32 * 1024;

	private final SyscallNumbers numbers;

	private final NativeFunction syscall;

	SyscallKeyctlBindings(SyscallNumbers numbers) {
		this.numbers = numbers;
		this.syscall = NativeLibrary.standard()
			.link("syscall",
					FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
							ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
					Linker.Option.firstVariadicArg(1));
	}

	@Override
	public int addKey(String type, String description, byte[] payload, int keyring) {
		try (Arena arena = Arena.ofConfined()) {
			long typeAddress = arena.allocateFrom(type).address();
			long descriptionAddress = arena.allocateFrom(description).address();
			MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, payload);
			try {
				return (int) call("add_key", this.numbers.addKey(), typeAddress, descriptionAddress, content.address(),
						payload.length, keyring);
			}
			finally {
				content.fill((byte) 0);
			}
		}
	}

	@Override
	public int search(int keyring, String type, String description) {
		try (Arena arena = Arena.ofConfined()) {
			return (int) keyctl("keyctl_search", SEARCH, keyring, arena.allocateFrom(type).address(),
					arena.allocateFrom(description).address(), 0);
		}
	}

	@Override
	public byte[] read(int key) {
		return content("keyctl_read", READ, key);
	}

	@Override
	public String describe(int key) {
		byte[] text = content("keyctl_describe", DESCRIBE, key);
		return new String(text, 0, text.length - 1, StandardCharsets.UTF_8);
	}

	@Override
	public void link(int key, int keyring) {
		keyctl("keyctl_link", LINK, key, keyring, 0, 0);
	}

	@Override
	public void unlink(int key, int keyring) {
		keyctl("keyctl_unlink", UNLINK, key, keyring, 0, 0);
	}

	@Override
	public void joinSession(String keyring) {
		try (Arena arena = Arena.ofConfined()) {
			keyctl("keyctl_join_session_keyring", JOIN_SESSION_KEYRING, arena.allocateFrom(keyring).address(), 0, 0, 0);
		}
	}

	@Override
	public void expireAfter(int key, int seconds) {
		keyctl("keyctl_set_timeout", SET_TIMEOUT, key, seconds, 0, 0);
	}

	private byte[] content(String operation, int command, int key) {
		long capacity = USUAL_SIZE;
		while (true) {
			try (Arena arena = Arena.ofConfined()) {
				MemorySegment buffer = arena.allocate(capacity);
				try {
					long size = keyctl(operation, command, key, buffer.address(), capacity, 0);
					if (size <= capacity) {
						return buffer.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
					}
					capacity = size;
				}
				finally {
					buffer.fill((byte) 0);
				}
			}
		}
	}

	long keyctl(String operation, int command, long second, long third, long fourth, long fifth) {
		return call(operation, this.numbers.keyctl(), command, second, third, fourth, fifth);
	}

	private long call(String operation, long number, long first, long second, long third, long fourth, long fifth) {
		return this.syscall.call(operation,
				(handle, state) -> (long) handle.invokeExact(state, number, first, second, third, fourth, fifth));
	}

}
