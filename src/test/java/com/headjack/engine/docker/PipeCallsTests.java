package com.headjack.engine.docker;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.wine.WindowsHeaders;

import static com.headjack.wine.WindowsHeaders.equal;
import static com.headjack.wine.WindowsHeaders.function;
import static org.assertj.core.api.Assertions.assertThat;

class PipeCallsTests {

	@TempDir
	private Path folder;

	@Test
	void constantsAreThoseOfTheHeaderFiles() throws Exception {
		assertThat(new WindowsHeaders(this.folder)
			.compile(List.of(equal("ERROR_FILE_NOT_FOUND", PipeCalls.FILE_NOT_FOUND),
					equal("ERROR_ACCESS_DENIED", PipeCalls.ACCESS_DENIED),
					equal("ERROR_BROKEN_PIPE", PipeCalls.BROKEN_PIPE), equal("ERROR_PIPE_BUSY", PipeCalls.PIPE_BUSY),
					equal("ERROR_PIPE_NOT_CONNECTED", PipeCalls.PIPE_NOT_CONNECTED),
					equal("ERROR_IO_PENDING", PipeCalls.IO_PENDING), equal("OPEN_EXISTING", PipeCalls.OPEN_EXISTING),
					equal("(int) (GENERIC_READ | GENERIC_WRITE)", PipeCalls.READ_AND_WRITE),
					equal("FILE_FLAG_OVERLAPPED", PipeCalls.OVERLAPPED),
					equal("sizeof(OVERLAPPED)", PipeCalls.OVERLAPPED_SIZE),
					equal("offsetof(OVERLAPPED, hEvent)", PipeCalls.OVERLAPPED_EVENT),
					equal("(long long) INVALID_HANDLE_VALUE", -1))))
			.isEmpty();
	}

	@Test
	void functionsAreThoseOfTheHeaderFiles() throws Exception {
		assertThat(new WindowsHeaders(this.folder).compile(List.of(
				function("CreateFileW", "HANDLE", "LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE"),
				function("CreateEventW", "HANDLE", "LPSECURITY_ATTRIBUTES, BOOL, BOOL, LPCWSTR"),
				function("ReadFile", "BOOL", "HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED"),
				function("WriteFile", "BOOL", "HANDLE, LPCVOID, DWORD, LPDWORD, LPOVERLAPPED"),
				function("GetOverlappedResult", "BOOL", "HANDLE, LPOVERLAPPED, LPDWORD, BOOL"),
				function("CancelIoEx", "BOOL", "HANDLE, LPOVERLAPPED"), function("CloseHandle", "BOOL", "HANDLE"),
				equal("sizeof(HANDLE)", 8))))
			.isEmpty();
	}

}
