package com.headjack.store.libsecret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.headjack.store.Probe;

/**
 * KeePassXC, with a database that is offered to other programs.
 */
final class KeePassXc implements TestBus.KeyringProgram {

	private static final String PASSWORD = "FAKE-password\n";

	private static final String CONFIGURATION = """
			[General]
			ConfigVersion=2
			UpdateCheckMessageShown=true

			[GUI]
			CheckForUpdates=false

			[FdoSecrets]
			Enabled=true
			ShowNotification=false
			ConfirmDeleteItem=false
			ConfirmAccessItem=false
			UnlockBeforeSearch=false
			""";

	private static final String CONTENT = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<KeePassFile>
			  <Meta>
			    <RecycleBinEnabled>False</RecycleBinEnabled>
			    <CustomData>
			      <Item>
			        <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
			        <Value>{30313233-3435-3637-3839-616263646566}</Value>
			      </Item>
			    </CustomData>
			  </Meta>
			  <Root>
			    <Group>
			      <UUID>MDEyMzQ1Njc4OWFiY2RlZg==</UUID>
			      <Name>Root</Name>
			    </Group>
			  </Root>
			</KeePassFile>
			""";

	private final boolean locked;

	private KeePassXc(boolean locked) {
		this.locked = locked;
	}

	static KeePassXc open() {
		return new KeePassXc(false);
	}

	static KeePassXc locked() {
		return new KeePassXc(true);
	}

	@Override
	public void start(TestBus bus) throws IOException {
		Path content = bus.home().resolve("content.xml");
		Files.writeString(content, CONTENT);
		Path configuration = bus.home().resolve("keepassxc.ini");
		Files.writeString(configuration, CONFIGURATION);
		Path database = bus.home().resolve("database.kdbx");
		Files.deleteIfExists(database);
		bus.outputGiven(PASSWORD + PASSWORD, "keepassxc-cli", "import", "--set-password", "--decryption-time", "100",
				content.toString(), database.toString());
		Process program = bus.run("keepassxc", "--config", configuration.toString(), "--localconfig",
				bus.home().resolve("local.ini").toString(), "--pw-stdin", database.toString());
		try (OutputStream input = program.getOutputStream()) {
			input.write((this.locked ? "\n" : PASSWORD).getBytes(StandardCharsets.UTF_8));
		}
		TestBus.await(() -> this.locked ? String.valueOf(bus.store().probe()).contains("is locked")
				: bus.store().probe() instanceof Probe.Ready);
	}

}
