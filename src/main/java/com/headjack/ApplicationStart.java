package com.headjack;

import java.nio.charset.CharacterCodingException;
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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

import com.headjack.configuration.Setting;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * Starts the application. Only its own folders and environment variables configure it,
 * never the working directory or the arguments.
 */
final class ApplicationStart {

	private static final Map<String, String> VARIABLES = Map.of("HEADJACK_BASE_IMAGE", Setting.BASE_IMAGE.pattern(),
			"HEADJACK_WORKTREE_DIR", Setting.WORKTREES.pattern());

	/**
	 * May hold any bytes.
	 */
	private static final String PASSWORD = "HEADJACK_KEYRING_PASSWORD";

	private static final String EVENT_ANNOTATIONS = AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME;

	private final GlobalOptions options;

	private final HostEnvironment host;

	private final Console console;

	private final Output output;

	ApplicationStart(GlobalOptions options, HostEnvironment host, Console console, Output output) {
		this.options = options;
		this.host = host;
		this.console = console;
		this.output = output;
	}

	/**
	 * Starts the application without a command. Only the build calls this: it records the
	 * beans and aborts the start.
	 * @param args not used
	 */
	public static void main(String[] args) {
		HostEnvironment host = HostEnvironment.current();
		new ApplicationStart(GlobalOptions.NONE, host, new Console(), Output.ofProcess(host)).start();
	}

	/**
	 * Starts the application.
	 * @return the application context, which the caller closes
	 * @throws HeadjackException if the configuration cannot be read
	 */
	ConfigurableApplicationContext run() {
		if (this.options.debug()) {
			System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
		}
		try {
			return start();
		}
		catch (RuntimeException ex) {
			throw explained(ex);
		}
	}

	private static RuntimeException explained(RuntimeException failure) {
		return switch (NestedExceptionUtils.getMostSpecificCause(failure)) {
			case MarkedYAMLException yaml -> malformed(yaml, failure);
			case CharacterCodingException _ ->
				new HeadjackException(FailureKind.FAILED, "the configuration cannot be read: it is not text in UTF-8",
						"convert config.yaml or the profile's file, for example with iconv", failure);
			default -> failure;
		};
	}

	private static HeadjackException malformed(MarkedYAMLException yaml, RuntimeException failure) {
		int line = (yaml.getProblemMark() != null) ? yaml.getProblemMark().getLine() + 1 : 0;
		return new HeadjackException(FailureKind.FAILED,
				"the configuration cannot be read: line " + line + ": " + yaml.getProblem(),
				"correct it with 'hjk config --edit'", failure);
	}

	private ConfigurableApplicationContext start() {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		SpringApplication application = new SpringApplication(HeadjackApplication.class);
		application.setMainApplicationClass(ApplicationStart.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		// An interrupted command may still need the engine in its own shutdown hook.
		application.setRegisterShutdownHook(false);
		application.setLazyInitialization(true);
		application.setAddCommandLineProperties(false);
		application.setEnvironmentPrefix("headjack");
		application.setDefaultProperties(defaults());
		application.addInitializers(this::shareWithCommandLine);
		application.addInitializers(ApplicationStart::leaveOutWhatIsSlow);
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("variables", variables())));
		this.options.profileOr(this.host.variable("HEADJACK_PROFILE")).ifPresent(application::setAdditionalProfiles);
		return application.run();
	}

	/**
	 * Shares the command line's one console and one output with every application that it
	 * starts.
	 */
	private void shareWithCommandLine(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("console", this.console);
		context.getBeanFactory().registerSingleton("output", this.output);
	}

	/**
	 * Skips two slow steps of Spring: it would list all locales, although there are no
	 * translations, and look for event annotations on each bean. The two take a quarter
	 * of the start-up time.
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
		folders.add(HostPaths.of(this.host).configuration().toString());
		return folders.stream().map((folder) -> "optional:file:" + folder + "/").collect(Collectors.joining(";"));
	}

	private Map<String, Object> variables() {
		requireUtf8();
		Map<String, Object> values = new HashMap<>();
		VARIABLES.forEach((variable, key) -> this.host.variable(variable).ifPresent((value) -> values.put(key, value)));
		return values;
	}

	/**
	 * Checks all variables of Headjack, since Spring reads them by itself, with other
	 * characters for bytes that are not UTF-8.
	 */
	private void requireUtf8() {
		for (String name : this.host.variables().keySet()) {
			if (name.startsWith("HEADJACK_") && !name.equals(PASSWORD)) {
				this.host.variable(name);
			}
		}
	}

}
