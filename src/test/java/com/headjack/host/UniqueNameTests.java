package com.headjack.host;

import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UniqueNameTests {

	@Test
	void currentDiffersByThread() throws Exception {
		FutureTask<String> other = new FutureTask<>(UniqueName::current);
		new Thread(other).start();
		assertThat(UniqueName.current()).isEqualTo(UniqueName.current())
			.isNotEqualTo(other.get())
			.matches("[0-9]+-[0-9]+");
	}

}
