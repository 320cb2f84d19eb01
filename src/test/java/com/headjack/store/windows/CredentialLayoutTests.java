package com.headjack.store.windows;

import java.io.IOException;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.wine.WindowsHeaders;

import static com.headjack.wine.WindowsHeaders.equal;
import static com.headjack.wine.WindowsHeaders.function;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The structure and the constants, against the header files of Windows.
 */
class CredentialLayoutTests {

	@TempDir
	private Path folder;

	@Test
	void layoutIsThatOfTheHeaderFile() throws Exception {
		List<String> assertions = layoutAssertions();
		assertThat(assertions).hasSize(27);
		assertThat(compile(assertions)).isEmpty();
	}

	@Test
	void constantsAreThoseOfTheHeaderFile() throws Exception {
		assertThat(compile(List.of(equal("CRED_TYPE_GENERIC", Advapi32CredentialBindings.GENERIC),
				equal("CRED_PERSIST_LOCAL_MACHINE", Advapi32CredentialBindings.LOCAL_MACHINE),
				"CRED_TYPE_MAXIMUM <= " + Advapi32CredentialBindings.TYPES,
				equal("ERROR_ACCESS_DENIED", WindowsFailures.ACCESS_DENIED),
				equal("ERROR_SERVICE_DISABLED", WindowsFailures.SERVICE_DISABLED),
				equal("ERROR_NOT_FOUND", WindowsFailures.NOT_FOUND),
				equal("ERROR_NO_SUCH_LOGON_SESSION", WindowsFailures.NO_SUCH_LOGON_SESSION),
				equal("ERROR_NOT_ENOUGH_QUOTA", WindowsFailures.NOT_ENOUGH_QUOTA),
				equal("RPC_X_BAD_STUB_DATA", FakeCredentialBindings.BAD_STUB_DATA))))
			.isEmpty();
	}

	@Test
	void functionsAreThoseOfTheHeaderFile() throws Exception {
		assertThat(compile(List.of(function("CredReadW", "BOOL", "LPCWSTR, DWORD, DWORD, PCREDENTIALW *"),
				function("CredWriteW", "BOOL", "PCREDENTIALW, DWORD"),
				function("CredDeleteW", "BOOL", "LPCWSTR, DWORD, DWORD"),
				function("CredEnumerateW", "BOOL", "LPCWSTR, DWORD, DWORD *, PCREDENTIALW **"),
				function("CredGetSessionTypes", "BOOL", "DWORD, LPDWORD"), function("CredFree", "void", "PVOID"),
				equal("sizeof(BOOL)", 4), equal("sizeof(DWORD)", 4), equal("sizeof(WCHAR)", 2))))
			.isEmpty();
	}

	@Test
	void wrongAssertionsAreRefused() throws Exception {
		assertThat(compile(List.of(equal("sizeof(CREDENTIALW)", 72)))).contains("static assertion failed");
		assertThat(compile(List.of(function("CredDeleteW", "BOOL", "LPCWSTR, DWORD"))))
			.contains("static assertion failed");
	}

	private static List<String> layoutAssertions() {
		List<String> assertions = new ArrayList<>();
		assertions.add(equal("sizeof(CREDENTIALW)", CredentialLayout.CREDENTIAL.byteSize()));
		for (MemoryLayout member : CredentialLayout.CREDENTIAL.memberLayouts()) {
			member.name().ifPresent((name) -> {
				assertions.add(equal("offsetof(CREDENTIALW, " + name + ")",
						CredentialLayout.CREDENTIAL.byteOffset(PathElement.groupElement(name))));
				assertions.add(equal("sizeof(((CREDENTIALW *) 0)->" + name + ")", member.byteSize()));
				if (member instanceof GroupLayout group) {
					assertions.add(equal("offsetof(FILETIME, dwHighDateTime)",
							group.byteOffset(PathElement.groupElement("dwHighDateTime"))));
					assertions.add(equal("offsetof(FILETIME, dwLowDateTime)",
							group.byteOffset(PathElement.groupElement("dwLowDateTime"))));
				}
			});
		}
		return assertions;
	}

	private String compile(List<String> assertions) throws IOException, InterruptedException {
		return new WindowsHeaders(this.folder).compile(assertions);
	}

}
