package com.headjack.store.windows;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * The layout of the structure {@code CREDENTIALW} on 64-bit Windows.
 */
final class CredentialLayout {

	private static final ValueLayout.OfInt DWORD = ValueLayout.JAVA_INT;

	private static final AddressLayout POINTER = ValueLayout.ADDRESS;

	static final StructLayout CREDENTIAL = MemoryLayout.structLayout(DWORD.withName("Flags"), DWORD.withName("Type"),
			POINTER.withName("TargetName"), POINTER.withName("Comment"),
			MemoryLayout.structLayout(DWORD.withName("dwLowDateTime"), DWORD.withName("dwHighDateTime"))
				.withName("LastWritten"),
			DWORD.withName("CredentialBlobSize"), MemoryLayout.paddingLayout(4), POINTER.withName("CredentialBlob"),
			DWORD.withName("Persist"), DWORD.withName("AttributeCount"), POINTER.withName("Attributes"),
			POINTER.withName("TargetAlias"), POINTER.withName("UserName"));

	static final long TYPE = offset("Type");

	static final long TARGET_NAME = offset("TargetName");

	static final long LAST_WRITTEN = offset("LastWritten");

	static final long BLOB_SIZE = offset("CredentialBlobSize");

	static final long BLOB = offset("CredentialBlob");

	static final long PERSIST = offset("Persist");

	static final long USER_NAME = offset("UserName");

	private CredentialLayout() {
	}

	private static long offset(String member) {
		return CREDENTIAL.byteOffset(PathElement.groupElement(member));
	}

}
