package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.gitconfig.HostPlace;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.process.CommandResult;

/**
 * Reads the configuration of git that applies in a worktree on the host.
 */
final class HostConfiguration {

	private static final long SECOND = 1000;

	/**
	 * What git's own settings depend on, and who commits.
	 */
	private static final List<KnownVariable> VARIABLES = List.of(KnownVariable.XDG_CONFIG_HOME,
			KnownVariable.GIT_AUTHOR_NAME, KnownVariable.GIT_AUTHOR_EMAIL, KnownVariable.GIT_COMMITTER_NAME,
			KnownVariable.GIT_COMMITTER_EMAIL, KnownVariable.EMAIL);

	private final Git git;

	private final HostEnvironment host;

	/**
	 * Creates a reader.
	 * @param git runs git
	 * @param host the machine
	 */
	HostConfiguration(Git git, HostEnvironment host) {
		this.git = git;
		this.host = host;
	}

	/**
	 * Reads the configuration.
	 * @param worktree the worktree
	 * @return what a container of the worktree gets of it
	 */
	ContainerConfiguration of(Worktree worktree) {
		HostPlace place = new HostPlace(this.host.home(), worktree.path(), worktree.repository().root(),
				worktree.repository().commonDirectory(), this.host.given(VARIABLES), Files::exists);
		ContainerConfiguration configuration = ContainerConfiguration.of(listing(worktree), place);
		if (configuration.namesTheCommitter()) {
			return configuration;
		}
		CommandResult guess = list(worktree.repository().commonDirectory(), worktree,
				new ConfigurationCommand.GuessCommitter());
		return guess.succeeded() ? configuration.guessing(guess.output()) : configuration;
	}

	/**
	 * Lists the settings of the repository, not those in the worktree's own file: once
	 * git on the host has written that, a container can write it, too. What the host
	 * includes for the worktree's branch is added.
	 */
	private String listing(Worktree worktree) {
		GitCommand command = new ConfigurationCommand.ListConfiguration();
		ConfigurationListing all = ConfigurationListing
			.parse(list(worktree.repository().commonDirectory(), worktree, command).require());
		if (all.includesByBranch()) {
			String branchs = InspectionFolder.inspect(worktree,
					(copy) -> list(copy.gitDirectory(), copy, command).require());
			all = all.with(ConfigurationListing.parse(branchs));
		}
		return all.text();
	}

	private CommandResult list(Path gitDirectory, Worktree worktree, GitCommand command) {
		return this.git.runPlain(gitDirectory, worktree.path(), command);
	}

	void settle(Worktree worktree) {
		try {
			Thread.sleep(SECOND - System.currentTimeMillis() % SECOND);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		this.git.run(worktree, new WorktreeCommand.RewriteIndex());
	}

	void prepareLargeFiles(Worktree worktree) {
		Path folder = worktree.repository().commonDirectory().resolve("lfs");
		if (Files.notExists(folder) && attributes(worktree).contains("filter=lfs")) {
			try {
				Files.createDirectory(folder);
			}
			catch (IOException ex) {
				throw new HeadjackException(FailureKind.FAILED, "cannot create " + folder + ": " + ex.getMessage(),
						"make sure that you may write there, and that there is room", ex);
			}
		}
	}

	/**
	 * Returns the attributes of files, as far as they stand in files of the repository.
	 * @param worktree the worktree
	 * @return the text of all files of attributes
	 */
	String attributes(Worktree worktree) {
		return InspectionFolder.inspect(worktree,
				(copy) -> this.git.run(copy, new WorkCommand.FindAttributes()).output());
	}

}
