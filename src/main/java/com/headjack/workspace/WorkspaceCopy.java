package com.headjack.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.StreamedExec;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostUser;
import com.headjack.text.ShellWord;
import com.headjack.text.VisibleText;
import com.headjack.worktree.BranchTransfer;
import com.headjack.worktree.Returned;
import com.headjack.worktree.TransferTip;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * The copies of repositories in containers that do not see this machine's files. Only
 * what the other side lacks is carried. What is cut off is carried again the next time.
 */
public final class WorkspaceCopy {

	/**
	 * How long git may work on the commits of a whole repository without a word.
	 */
	private static final Duration RECEIVING = Duration.ofMinutes(10);

	/**
	 * How long it may work on those that are new.
	 */
	private static final Duration SENDING = Duration.ofMinutes(3);

	private static final Duration TOTAL = Duration.ofHours(2);

	private final ContainerEngine engine;

	private final Worktrees worktrees;

	WorkspaceCopy(ContainerEngine engine, Worktrees worktrees) {
		this.engine = engine;
		this.worktrees = worktrees;
	}

	/**
	 * Gives a container the worktree's branch. The container's work is kept.
	 * @param worktree the worktree
	 * @param container the container, running
	 * @param scratch a folder for a file meanwhile
	 * @return the branches that have other commits in the container, and did not move
	 */
	public List<String> send(Worktree worktree, String container, Path scratch) {
		BranchTransfer transfer = this.worktrees.transfer(worktree);
		Set<String> present = present(worktree, container);
		Path bundle = file(scratch);
		try {
			transfer.pack(present, bundle);
			try (InputStream input = Files.newInputStream(bundle)) {
				return receive(worktree, container, transfer, input);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(bundle);
		}
	}

	/**
	 * Gives a container the files of the worktree that are not committed. Files that the
	 * container has changed are kept.
	 * @param worktree the worktree
	 * @param container the container, running, which has the branch
	 * @param scratch a folder for a file meanwhile
	 * @return whether the container's files have all that there is to give
	 */
	public boolean sendUncommitted(Worktree worktree, String container, Path scratch) {
		BranchTransfer transfer = this.worktrees.transfer(worktree);
		Path bundle = file(scratch);
		try {
			if (!transfer.packUncommitted(present(worktree, container), bundle)) {
				return true;
			}
			try (InputStream input = Files.newInputStream(bundle)) {
				ByteArrayOutputStream kept = new ByteArrayOutputStream();
				ExecRequest request = ExecRequest.script(Scripts.TAKE.text(), List.of(worktree.branch().value()))
					.as(user(worktree));
				run(worktree, new StreamedExec(this.engine, container, RECEIVING, TOTAL), "take the uncommitted work",
						request, input, StreamedExec.text(kept));
				return kept.size() == 0;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(bundle);
		}
	}

	private Set<String> present(Worktree worktree, String container) {
		ExecRequest request = ExecRequest.script(Scripts.PRESENT.text(), List.of()).as(user(worktree));
		return this.engine.exec(container, request)
			.output()
			.lines()
			.filter((line) -> line.matches("[0-9a-f]{40}|[0-9a-f]{64}"))
			.collect(Collectors.toSet());
	}

	private List<String> receive(Worktree worktree, String container, BranchTransfer transfer, InputStream input) {
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		ExecRequest request = ExecRequest
			.script(Scripts.RECEIVE.text(),
					List.of(worktree.branch().value(), transfer.format(), String.join("\n", transfer.shallow())))
			.as(user(worktree));
		run(worktree, new StreamedExec(this.engine, container, RECEIVING, TOTAL), "take the branch", request, input,
				StreamedExec.text(kept));
		return kept.toString(StandardCharsets.UTF_8).lines().toList();
	}

	/**
	 * Brings a container's work back.
	 * @param worktree the worktree
	 * @param container the container, running
	 * @param scratch a folder for a file meanwhile
	 * @return what is new
	 */
	public Returned bring(Worktree worktree, String container, Path scratch) {
		BranchTransfer transfer = this.worktrees.transfer(worktree);
		Path pack = file(scratch);
		try (Parcel parcel = Parcel.to(pack)) {
			ExecRequest request = ExecRequest.script(Scripts.SEND.text(), transfer.known()).as(user(worktree));
			run(worktree, new StreamedExec(this.engine, container, SENDING, TOTAL), "send its work", request,
					InputStream.nullInputStream(), parcel);
			parcel.flush();
			List<TransferTip> tips = parcel.tips();
			if (parcel.holdsObjects()) {
				transfer.takeIn(pack);
			}
			return transfer.apply(tips).leaving(parcel.left());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(pack);
		}
	}

	private static void run(Worktree worktree, StreamedExec program, String task, ExecRequest request,
			InputStream input, OutputStream output) {
		int code = program.run(task, request, input, output);
		if (code != 0) {
			String reason = VisibleText.line(program.reason().orElse("it ended with " + code));
			throw new HeadjackException(FailureKind.FAILED,
					"git in the container could not %s: %s".formatted(task, reason),
					"look at the repository there: 'hjk exec %s --no-mux -- git status'"
						.formatted(ShellWord.quoted(worktree.branch().value())));
		}
	}

	private static HostUser user(Worktree worktree) {
		return HostUser.ownerOf(worktree.path());
	}

	private static Path file(Path scratch) {
		try {
			return Files.createTempFile(scratch, "transfer", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
