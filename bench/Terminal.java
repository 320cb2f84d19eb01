import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs a command on a terminal and prints a measure: {@code echo COUNT COMMAND}, the median and the 95th percentile of the
 * microseconds until a key that was typed is back; {@code flood MARK COMMAND}, the milliseconds from the Enter key until the mark appears; {@code hold
 * SECONDS COMMAND}, the resident memory in kB of the command after so many seconds.
 */
void main(String[] arguments) throws IOException, InterruptedException {
	String command = String.join(" ", Arrays.copyOfRange(arguments, 2, arguments.length));
	Process terminal = new ProcessBuilder("script", "--quiet", "--flush", "--command",
			"stty rows 40 cols 120; exec " + command, "/dev/null").redirectError(ProcessBuilder.Redirect.INHERIT)
		.start();
	try {
		IO.println(switch (arguments[0]) {
			case "echo" -> echo(terminal, Integer.parseInt(arguments[1]));
			case "flood" -> String.valueOf(flood(terminal, arguments[1]));
			default -> String.valueOf(hold(terminal, Integer.parseInt(arguments[1])));
		});
	}
	finally {
		terminal.descendants().forEach(ProcessHandle::destroy);
	}
}

String echo(Process terminal, int count) throws IOException, InterruptedException {
	settle(terminal.getInputStream());
	long[] times = new long[count];
	for (int i = 0; i < count; i++) {
		char key = (char) ('A' + i % 26);
		long begin = System.nanoTime();
		type(terminal, key);
		while (terminal.getInputStream().read() != key) {
			// What else is redrawn is read over.
		}
		times[i] = System.nanoTime() - begin;
		Thread.sleep(10);
		terminal.getInputStream().skipNBytes(terminal.getInputStream().available());
	}
	Arrays.sort(times);
	return times[count / 2] / 1000 + " " + times[count * 95 / 100] / 1000;
}

long flood(Process terminal, String mark) throws IOException, InterruptedException {
	settle(terminal.getInputStream());
	long begin = System.nanoTime();
	type(terminal, '\r');
	byte[] block = new byte[65536];
	String tail = "";
	while (!tail.contains(mark)) {
		int read = terminal.getInputStream().read(block);
		String text = tail + new String(block, 0, read, java.nio.charset.StandardCharsets.ISO_8859_1);
		tail = text.contains(mark) ? mark : text.substring(Math.max(0, text.length() - mark.length()));
	}
	return (System.nanoTime() - begin) / 1_000_000;
}

long hold(Process terminal, int seconds) throws IOException, InterruptedException {
	settle(terminal.getInputStream());
	Thread.sleep(seconds * 1000L);
	return terminal.descendants()
		.filter(process -> process.info().command().orElse("").endsWith("/java"))
		.mapToLong(this::resident)
		.sum();
}

long resident(ProcessHandle process) {
	try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/" + process.pid() + "/status"))) {
		return lines.filter((line) -> line.startsWith("VmRSS"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.sum();
	}
	catch (IOException ex) {
		return 0;
	}
}

void settle(InputStream output) throws IOException, InterruptedException {
	output.read();
	Thread.sleep(2500);
	output.skipNBytes(output.available());
}

void type(Process terminal, char key) throws IOException {
	OutputStream keyboard = terminal.getOutputStream();
	keyboard.write(key);
	keyboard.flush();
}
