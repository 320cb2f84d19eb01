package com.headjack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.MapPropertySource;

import com.headjack.configuration.Setting;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.grammar.GlobalOptions;

/**
 * Starts the application: it is configured by its own folders and variables alone, never
 * by the folder it runs in or by its arguments.
 */
final class ApplicationStart {

	private static final Map<String, String> VARIABLES = Map.of("HEADJACK_BASE_IMAGE", Setting.BASE_IMAGE.pattern(),
			"HEADJACK_WORKTREE_DIR", Setting.WORKTREES.pattern());

	private static final String EVENT_ANNOTATIONS = AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME;

	private final GlobalOptions options;

	private final HostEnvironment host;

	private final Console console;

	private ApplicationStart(GlobalOptions options, HostEnvironment host, Console console) {
		this.options = options;
		this.host = host;
		this.console = console;
	}

	static ApplicationStart of(GlobalOptions options, Console console) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		if (options.debug()) {
			System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
		}
		return new ApplicationStart(options, HostEnvironment.current(), console);
	}

	ConfigurableApplicationContext run() {
		SpringApplication application = new SpringApplication(HeadjackApplication.class);
		application.setMainApplicationClass(HeadjackApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		// Whoever is interrupted may need the engine for a last call, and what is open
		// ends with the process.
		application.setRegisterShutdownHook(false);
		application.setLazyInitialization(true);
		application.setAddCommandLineProperties(false);
		application.setEnvironmentPrefix("headjack");
		application.setDefaultProperties(defaults());
		// One terminal outlives the application that is started anew.
		application.addInitializers((context) -> context.getBeanFactory().registerSingleton("console", this.console));
		application.addInitializers(ApplicationStart::leaveOutWhatIsSlow);
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("variables", variables())));
		this.options.profileOr(this.host.variable("HEADJACK_PROFILE")).ifPresent(application::setAdditionalProfiles);
		return application.run();
	}

	/**
	 * Spring would list all locales of the world for translations that there are none of,
	 * and look for annotations of events at each bean: a quarter of a start.
	 */
	private static void leaveOutWhatIsSlow(ConfigurableApplicationContext context) {
		context.getBeanFactory()
			.registerSingleton(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME, new NoTranslations());
		context.addBeanFactoryPostProcessor((factory) -> {
			BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
			if (registry.containsBeanDefinition(EVENT_ANNOTATIONS)) {
				registry.removeBeanDefinition(EVENT_ANNOTATIONS);
			}
		});
	}

	private Map<String, Object> defaults() {
		return Map.of("spring.config.name", "config", "spring.config.location", locations(),
				Setting.BASE_IMAGE.pattern(), "headjack/agent:latest");
	}

	private String locations() {
		List<String> folders = new ArrayList<>();
		Optional.ofNullable(System.getProperty("headjack.home"))
			.map((home) -> home + "/config")
			.ifPresent(folders::add);
		if (!this.options.repairing()) {
			folders.add(HostPaths.of(this.host).configuration().toString());
		}
		return folders.stream().map((folder) -> "optional:file:" + folder + "/").collect(Collectors.joining(";"));
	}

	private Map<String, Object> variables() {
		Map<String, Object> values = new HashMap<>();
		VARIABLES.forEach((variable, key) -> this.host.variable(variable).ifPresent((value) -> values.put(key, value)));
		return values;
	}

}
