package com.headjack.host;

/**
 * The environment variables with a fixed name that hjk and its launcher read.
 */
public enum KnownVariable implements Variable {

	/** The profile of the configuration. */
	HEADJACK_PROFILE,

	/** The password of the encrypted files; any bytes. */
	HEADJACK_KEYRING_PASSWORD,

	/** Whether a resident process may answer. */
	HJK_RESIDENT,

	/** For the launcher: whether a client found no resident process. */
	HJK_ALONE,

	/** For the launcher: the Java of hjk. */
	HJK_JAVA_HOME,

	/** For the launcher: further options for Java. */
	HJK_JAVA_OPTS,

	/** For the launcher: where Java may be. */
	JAVA_HOME,

	/** For the launcher: the locale, which hjk itself does not depend on. */
	LC_ALL,

	/** For the launcher: the name of the working directory. */
	PWD,

	/** Where programs are. */
	PATH,

	/** The home folder. */
	HOME,

	/** The folder of configurations. */
	XDG_CONFIG_HOME,

	/** The folder of data. */
	XDG_DATA_HOME,

	/** The folder of logs and histories. */
	XDG_STATE_HOME,

	/** The folder of sockets. */
	XDG_RUNTIME_DIR,

	/** The history of the shell. */
	HISTFILE,

	/** The folder of zsh. */
	ZDOTDIR,

	/** Whether this is a job that nobody watches. */
	CI,

	/** The kind of the terminal. */
	TERM,

	/** The colours of the terminal. */
	COLORTERM,

	/** Whether the user wants no colours. */
	NO_COLOR,

	/** The editor at a terminal. */
	VISUAL,

	/** The editor. */
	EDITOR,

	/** Whether the terminal is tmux's. */
	TMUX,

	/** Whether the terminal is screen's. */
	STY,

	/** Whether the terminal is Zellij's. */
	ZELLIJ,

	/** Whether the user came by ssh. */
	SSH_CONNECTION,

	/** Whether there is an X11 desktop. */
	DISPLAY,

	/** Whether there is a Wayland desktop. */
	WAYLAND_DISPLAY,

	/** The bus of the desktop. */
	DBUS_SESSION_BUS_ADDRESS,

	/** The user who started sudo. */
	SUDO_UID,

	/** The user who started doas. */
	DOAS_USER,

	/** The user who started pkexec. */
	PKEXEC_UID,

	/** Docker's address. */
	DOCKER_HOST,

	/** Docker's current context. */
	DOCKER_CONTEXT,

	/** The folder of Docker's configuration. */
	DOCKER_CONFIG,

	/** Whether the connection to Docker is encrypted. */
	DOCKER_TLS_VERIFY,

	/** The folder of Docker's certificates. */
	DOCKER_CERT_PATH,

	/** Podman's address. */
	CONTAINER_HOST,

	/** The proxy of Podman's containers for HTTP. */
	HTTP_PROXY,

	/** The same in lower case. */
	LOWER_HTTP_PROXY("http_proxy"),

	/** The proxy of Podman's containers for HTTPS. */
	HTTPS_PROXY,

	/** The same in lower case. */
	LOWER_HTTPS_PROXY("https_proxy"),

	/** The proxy of Podman's containers for FTP. */
	FTP_PROXY,

	/** The same in lower case. */
	LOWER_FTP_PROXY("ftp_proxy"),

	/** The hosts that Podman's containers reach without a proxy. */
	NO_PROXY,

	/** The same in lower case. */
	LOWER_NO_PROXY("no_proxy"),

	/** The certificate authorities that images get. */
	SSL_CERT_FILE,

	/** Further certificate authorities that images get. */
	NODE_EXTRA_CA_CERTS,

	/** Vault's address. */
	VAULT_ADDR,

	/** Vault's namespace. */
	VAULT_NAMESPACE,

	/** The file of Vault's certificate authority. */
	VAULT_CACERT,

	/** Where Vault has the way to log in. */
	VAULT_AUTH_MOUNT,

	/** The token for Vault. */
	VAULT_TOKEN,

	/** The role to log in to Vault with. */
	VAULT_ROLE,

	/** The role of an application at Vault. */
	VAULT_ROLE_ID,

	/** The secret of an application at Vault. */
	VAULT_SECRET_ID,

	/** The signed token to log in to Vault with. */
	VAULT_JWT,

	/** The file of such a token. */
	VAULT_JWT_FILE,

	/** The author of commits. */
	GIT_AUTHOR_NAME,

	/** The author's mail address. */
	GIT_AUTHOR_EMAIL,

	/** The committer of commits. */
	GIT_COMMITTER_NAME,

	/** The committer's mail address. */
	GIT_COMMITTER_EMAIL,

	/** The mail address of who commits, if git knows none. */
	EMAIL;

	private final String key;

	KnownVariable() {
		this.key = name();
	}

	KnownVariable(String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return this.key;
	}

	static boolean includes(String key) {
		for (KnownVariable variable : values()) {
			if (variable.key.equals(key)) {
				return true;
			}
		}
		return false;
	}

}
