package com.headjack.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.AccountIndex;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.ExpiryWatch;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Engines;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.image.AgentDockerfile;
import com.headjack.process.ProcessRunner;
import com.headjack.store.StoreSelector;

/**
 * Provides the checks.
 */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

	@Bean
	Doctor doctor(Engines engines, AgentCatalog catalog, ProcessRunner processes, StoreSelector selector,
			CredentialRepository credentials, ExpiryWatch watch, AccountChoice choice, HostEnvironment host,
			HostPaths paths, Preferences preferences) {
		Function<ContainerEngine, Check> checking = (engine) -> new EngineCheck(engine,
				(program) -> inside(engine, program, catalog, paths, preferences));
		return new Doctor(List.of(new EnginesCheck(engines, checking), new ProfileCheck(catalog),
				new LoginCheck(loggedIn(paths)), new GitCheck(processes),
				new StoreCheck(selector,
						List.of(new ExpiryCheck(credentials, watch), new AccountCheck(credentials, choice, catalog))),
				new OtherStoresCheck(selector), new TerminalCheck(host), new JavaCheck(System.getProperties()),
				new CacheCheck(System.getProperty("headjack.cache"), Path.of("/proc/self/maps"))));
	}

	private static List<Check> inside(ContainerEngine engine, String program, AgentCatalog catalog, HostPaths paths,
			Preferences preferences) {
		String image = preferences.text(Setting.BASE_IMAGE).orElseThrow();
		Set<String> used = new TreeSet<>(loggedIn(paths));
		preferences.text(Setting.DEFAULT_AGENT).ifPresent(used::add);
		return List.of(new ImageCheck(engine, program, catalog, image, used),
				new ImageAgeCheck(engine, AgentDockerfile.of(System.getProperty("headjack.home")), image),
				new MountCheck(engine, image, List.of(paths.worktrees(), paths.sessions())), new MemoryCheck(engine),
				new ProxyCheck(engine, RuntimeOptions.parse(preferences.list(Setting.RUNTIME_FLAGS))));
	}

	/**
	 * The agents with a login, as the store was last found: no store is asked.
	 */
	private static Set<String> loggedIn(HostPaths paths) {
		return AccountIndex.of(paths)
			.accounts()
			.stream()
			.map((account) -> account.agent().value())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
