import java.io.IOException;
import java.nio.file.Path;

/**
 * Serves what a training run talks to: an engine, a session bus, a resident
 * process and a Vault.
 */
final class TrainingServers {

	private TrainingServers() {
	}

	/**
	 * Serves until the process is ended, and prints the address of the Vault once all
	 * answer.
	 * @param args the paths of the sockets of the engine, the session bus and the resident
	 * process
	 */
	public static void main(String[] args) throws IOException {
		SocketServer.start(Path.of(args[0]), new Http(new Engine()::answer));
		SocketServer.start(Path.of(args[1]), new SessionBus());
		SocketServer.start(Path.of(args[2]), new Resident());
		System.out.println(Vault.start());
	}

}
