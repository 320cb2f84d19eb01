package com.headjack;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import com.headjack.configuration.Configuration;
import com.headjack.configuration.Setting;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.shell.command.SettingChoices;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

/**
 * Starts the application. Only its own folders and environment variables configure it,
 * never the working directory or the arguments.
 */
final class ApplicationStart {

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
		StandardStreams streams = StandardStreams.ofProcess();
		new ApplicationStart(GlobalOptions.NONE, host, new Console(streams), Output.of(streams, host)).start();
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
		return start();
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
		application.setEnvironment(environment());
		application.setListeners(withoutSources(application.getListeners()));
		application.addInitializers(this::shareWithCommandLine);
		application.addInitializers(ApplicationStart::leaveOutWhatIsSlow);
		return application.run();
	}

	/**
	 * Shares the command line's machine, console and output with every application that
	 * it starts.
	 */
	private void shareWithCommandLine(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("hostEnvironment", this.host);
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

	/**
	 * Leaves out what would read configuration files, and variables of Spring.
	 */
	private static Collection<ApplicationListener<?>> withoutSources(Set<ApplicationListener<?>> listeners) {
		return listeners.stream()
			.filter((listener) -> !(listener instanceof EnvironmentPostProcessorApplicationListener))
			.toList();
	}

	/**
	 * Holds the settings of Headjack, and nothing else that Spring could take for its
	 * own.
	 */
	private ConfigurableEnvironment environment() {
		Configuration configuration = Configuration.read(this.host,
				this.options.profileOr(this.host.variable(KnownVariable.HEADJACK_PROFILE)),
				SettingChoices.of(this.host));
		configuration.warnings().forEach((warning) -> this.output.message("warning: " + warning));
		ConfigurableEnvironment environment = new BareEnvironment();
		environment.getPropertySources().addLast(new MapPropertySource("configuration", configuration.properties()));
		environment.getPropertySources()
			.addLast(new MapPropertySource("defaults",
					Map.of(Setting.BASE_IMAGE.pattern(), Setting.BASE_IMAGE.usual().orElseThrow())));
		return environment;
	}

	/**
	 * An environment without the variables and the system properties.
	 */
	private static final class BareEnvironment extends AbstractEnvironment {

	}

}
