package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A kind of machine and user that the product meets. A test of the product runs in any of
 * them: {@code -Dheadjack.world=PERSIAN} chooses the world of the tests that name none.
 */
enum World {

	/**
	 * Root, no locale set, a short git configuration, and the engine of this machine.
	 */
	PLAIN,

	/**
	 * A user who is not root, and has no name and no home of the system's.
	 */
	ORDINARY_USER {
		@Override
		OrdinaryUser user(Path folder) throws IOException {
			return OrdinaryUser.forTestsIn(folder);
		}
	},

	/**
	 * As a cron job has it: no locale that knows more than ASCII, and no terminal type.
	 */
	NO_LOCALE {
		@Override
		Map<String, String> variables(Path home) {
			return Map.of("LC_ALL", "C", "TERM", "dumb");
		}
	},

	/**
	 * A language with digits of its own, written from right to left.
	 */
	PERSIAN {
		@Override
		Map<String, String> variables(Path home) throws IOException {
			return Map.of("LC_ALL", "fa_IR.UTF-8", "LOCPATH", CompiledLocale.persian().toString());
		}
	},

	/**
	 * The global git configuration of a developer: hooks, signing, filters, line ends,
	 * excludes, aliases, an include.
	 */
	DEVELOPERS_GIT {
		@Override
		void settle(Path home) throws IOException {
			new DevelopersGit(home).write();
		}
	},

	/**
	 * The user, the locale and the git configuration at once, for what takes long.
	 */
	ORDINARY_DEVELOPER {
		@Override
		OrdinaryUser user(Path folder) throws IOException {
			return ORDINARY_USER.user(folder);
		}

		@Override
		Map<String, String> variables(Path home) throws IOException {
			return NO_LOCALE.variables(home);
		}

		@Override
		void settle(Path home) throws IOException {
			DEVELOPERS_GIT.settle(home);
		}
	},

	/**
	 * Docker with user namespaces, without new privileges and without talk among
	 * containers.
	 */
	HARDENED_ENGINE {
		@Override
		Map<String, String> variables(Path home) throws IOException {
			return Map.of("DOCKER_HOST", SharedEngine.hardened().address());
		}
	},

	/**
	 * With the resident process, which the first command starts.
	 */
	RESIDENT {
		@Override
		Map<String, String> variables(Path home) throws IOException {
			return withResident((int) Files.getAttribute(home, "unix:uid"));
		}
	},

	/**
	 * With the resident process of a user who is not root and has a developer's git
	 * configuration, for what takes long.
	 */
	RESIDENT_USER {
		@Override
		OrdinaryUser user(Path folder) throws IOException {
			return ORDINARY_USER.user(folder);
		}

		@Override
		Map<String, String> variables(Path home) throws IOException {
			return withResident(user(home.getParent()).uid());
		}

		@Override
		void settle(Path home) throws IOException {
			DEVELOPERS_GIT.settle(home);
		}
	},

	/**
	 * What other Java programs are told by variables.
	 */
	JAVA_DEVELOPER {
		@Override
		Map<String, String> variables(Path home) {
			return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:/nowhere/agent.jar", "_JAVA_OPTIONS", "-Xmx16m",
					"JDK_JAVA_OPTIONS", "-Dfile.encoding=ISO-8859-1 -Duser.language=tr", "CLASSPATH", "/nowhere/*");
		}
	};

	private static final String PROPERTY = "headjack.world";

	private static Map<String, String> withResident(int uid) throws IOException {
		return Map.of("HJK_RESIDENT", "on", "XDG_RUNTIME_DIR", RuntimeFolder.shared(uid).toString());
	}

	/**
	 * Returns the world of a test that names none itself.
	 * @param test the test
	 * @return the world that a system property chooses, or else that of the test's class
	 */
	static World of(Object test) {
		InWorld usual = test.getClass().getAnnotation(InWorld.class);
		return valueOf(System.getProperty(PROPERTY, (usual != null) ? usual.value().name() : PLAIN.name()));
	}

	/**
	 * Returns who uses the product.
	 * @param folder the folder of the test
	 * @return the user, or {@code null} for the one who runs the tests
	 */
	@Nullable OrdinaryUser user(Path folder) throws IOException {
		return null;
	}

	/**
	 * Returns the environment variables of this world.
	 * @param home the user's home folder
	 * @return the variables by name
	 */
	Map<String, String> variables(Path home) throws IOException {
		return Map.of();
	}

	/**
	 * Writes the files that the user has in the home folder.
	 * @param home the home folder
	 */
	void settle(Path home) throws IOException {
		Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Sample\n\temail = sample@example.com\n");
	}

}
