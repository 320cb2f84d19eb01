package com.headjack.product;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.host.FolderDeletion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A container that is hostile cannot hang the host, fill it or speak to it, and its
 * instance can be removed.
 */
@InWorld(World.RESIDENT)
class HostileContainerIntegrationTests {

	/**
	 * The attacks to try, by a regular expression for their names.
	 */
	private static final Pattern CHOSEN = Pattern.compile(System.getProperty("headjack.attacks", ""));

	private static final int AT_ONCE = 3;

	@TempDir
	Path folder;

	@Test
	void noAttackHangsFillsOrSpeaks() throws InterruptedException {
		Map<String, List<String>> faults = new LinkedHashMap<>();
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
			Map<HostileAttack, Future<List<String>>> results = new LinkedHashMap<>();
			for (HostileAttack attack : HostileAttack.all()) {
				if (CHOSEN.matcher(attack.name()).find()) {
					Path place = this.folder.resolve("attack" + results.size());
					results.put(attack, workers.submit(() -> faults(attack, place)));
				}
			}
			for (Map.Entry<HostileAttack, Future<List<String>>> result : results.entrySet()) {
				faults.put(result.getKey().name(), faults(result.getValue()));
			}
		}
		faults.values().removeIf(List::isEmpty);
		assertThat(faults).isEmpty();
	}

	/**
	 * Some attacks leave folders that are too deep for the deletion of the whole.
	 */
	private List<String> faults(HostileAttack attack, Path place) throws Exception {
		try {
			return new HostileHost(attack, place, World.of(this)).faults();
		}
		finally {
			FolderDeletion.of(place);
		}
	}

	private static List<String> faults(Future<List<String>> result) throws InterruptedException {
		try {
			return result.get();
		}
		catch (ExecutionException ex) {
			return List.of(String.valueOf(ex.getCause()));
		}
	}

}
