package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.FilesUnseenException;
import com.headjack.engine.Mount;
import com.headjack.engine.MountProof;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Checks that containers see this machine's files, and that this machine sees theirs.
 *
 * @param engine the engine
 * @param image the image for the trial
 * @param storage the folders that contain what containers share with this machine
 */
record MountCheck(ContainerEngine engine, String image, List<Path> storage) implements Check {

	private static final String TARGET = "/mnt/hjk";

	private static final String ROOT = "0:0";

	@Override
	public String name() {
		return "files";
	}

	@Override
	public List<Diagnostic> run() {
		if (this.engine.findImage(this.image).isEmpty()) {
			return List.of(Diagnostic.warning(name(), "not checked without the image", "get the image first"));
		}
		try {
			this.storage.forEach(this::check);
		}
		catch (FilesUnseenException ex) {
			return List
				.of(Diagnostic.warning(name(), ex.getMessage() + "; new instances get copies of their repositories",
						"'hjk pull' brings their work back; or " + ex.remedy().orElseThrow()));
		}
		return List.of(Diagnostic.ok(name(), "containers see the files of this machine"));
	}

	private void check(Path folder) {
		try (TrialFolder trial = TrialFolder.in(folder);
				TrialContainer container = TrialContainer.start(this.engine, this.image, ROOT,
						List.of(new Mount.Bind(trial.path(), TARGET, false)));
				MountProof proof = MountProof.in(List.of(trial.path()))) {
			ExecResult result = container.run(ExecRequest.script(MountProof.SCRIPT, proof.arguments(List.of(TARGET))));
			proof.require(this.engine, result);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot write to " + folder + ": " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

	/**
	 * An empty folder that is deleted afterwards, like those that were made for it.
	 *
	 * @param path the folder
	 * @param made the folders that were made, the innermost first
	 */
	private record TrialFolder(Path path, List<Path> made) implements AutoCloseable {

		static TrialFolder in(Path folder) throws IOException {
			List<Path> missing = Stream
				.iterate(folder, (path) -> path != null && Files.notExists(path), Path::getParent)
				.toList();
			Files.createDirectories(folder);
			return new TrialFolder(Files.createTempDirectory(folder, ".doctor-"), missing);
		}

		@Override
		public void close() throws IOException {
			Files.deleteIfExists(this.path);
			for (Path folder : this.made) {
				Files.deleteIfExists(folder);
			}
		}

	}

}
