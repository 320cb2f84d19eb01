package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OpenSSH's server on the loopback device, which lets root in with one key, and an ssh
 * with a configuration of its own.
 */
public final class SshServer implements AutoCloseable {

	private static final String SERVER = """
			Port PORT
			ListenAddress 127.0.0.1
			HostKey FOLDER/host
			AuthorizedKeysFile FOLDER/user.pub
			PermitRootLogin prohibit-password
			PasswordAuthentication no
			KbdInteractiveAuthentication no
			UsePAM no
			StrictModes no
			PidFile none
			""";

	private static final String CLIENT = """
			Host big
				HostName 127.0.0.1
				Port PORT
				User root
			Host nobodys
				HostName 127.0.0.1
				Port PORT
				User root
				UserKnownHostsFile /dev/null
			Host keyless
				HostName 127.0.0.1
				Port PORT
				User root
				PubkeyAuthentication no
			# What people have in theirs, and what could get in the way.
			Host busy
				HostName 127.0.0.1
				Port PORT
				User root
				RemoteCommand echo hello
				RequestTTY yes
				LocalCommand echo hello
				PermitLocalCommand yes
				ForwardAgent yes
			Host *
				IdentityFile FOLDER/user
				IdentitiesOnly yes
				IdentityAgent none
				UserKnownHostsFile FOLDER/known
				StrictHostKeyChecking yes
			""";

	private final Path folder;

	private final int port;

	private final Process server;

	private SshServer(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.port = LoopbackPort.free();
		key("host");
		key("user");
		Files.writeString(folder.resolve("known"),
				"[127.0.0.1]:" + this.port + " " + Files.readString(folder.resolve("host.pub")));
		Files.writeString(folder.resolve("server"), here(SERVER));
		Files.writeString(folder.resolve("client"), here(CLIENT));
		Path ssh = Files.createDirectories(folder.resolve("bin")).resolve("ssh");
		Files.writeString(ssh, "#!/bin/sh\nexec /usr/bin/ssh -F '" + folder.resolve("client") + "' \"$@\"\n");
		Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.createDirectories(Path.of("/run/sshd"));
		this.server = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", folder.resolve("server").toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		LoopbackPort.await(this.port, this.server);
	}

	private String here(String text) {
		return text.replace("PORT", String.valueOf(this.port)).replace("FOLDER", this.folder.toString());
	}

	/**
	 * Starts the server.
	 * @param folder a folder for its files
	 * @return the server, to be closed by the caller
	 */
	public static SshServer start(Path folder) throws IOException {
		return new SshServer(folder);
	}

	/**
	 * Has the product find this ssh.
	 */
	Hjk reachedBy(Hjk product) {
		return product.with("PATH", path());
	}

	/**
	 * The folders of programs, with this ssh first.
	 */
	public String path() {
		return this.folder.resolve("bin") + ":" + System.getenv("PATH");
	}

	/**
	 * Where it lets root in.
	 */
	public String address() {
		return "ssh://root@127.0.0.1:" + this.port;
	}

	String log() throws IOException {
		return Files.readString(this.folder.resolve("log"));
	}

	/**
	 * How many connections it has let in.
	 */
	long logins() throws IOException {
		return log().lines().filter((line) -> line.startsWith("Accepted publickey")).count();
	}

	/**
	 * Ends every connection, as a network that breaks.
	 */
	void cut() {
		this.server.descendants().forEach(ProcessHandle::destroyForcibly);
	}

	private void key(String name) throws IOException {
		Process process = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f",
				this.folder.resolve(name).toString())
			.inheritIO()
			.start();
		assertThat(process.onExit().join().exitValue()).isZero();
	}

	@Override
	public void close() {
		cut();
		this.server.destroy();
	}

}
