import java.io.IOException;
import java.nio.file.Path;

/**
 * Serves what a training run talks to: an engine, a session bus and a Vault.
 */
final class TrainingServers {

	private TrainingServers() {
	}

	/**
	 * Serves until the process is ended, and prints the address of the Vault once all
	 * answer.
	 * @param args the paths of the engine's and the session bus's sockets
	 */
	public static void main(String[] args) throws IOException {
		SocketServer.start(Path.of(args[0]), new Http(Engine::answer));
		SocketServer.start(Path.of(args[1]), new SessionBus());
		System.out.println(Vault.start());
	}

}
