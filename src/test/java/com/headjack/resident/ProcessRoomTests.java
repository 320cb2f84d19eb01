package com.headjack.resident;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class ProcessRoomTests {

	@Test
	void mostFilesIsTheLimitThatHolds() {
		assertThat(ProcessRoom.mostFiles("""
				Limit                     Soft Limit           Hard Limit           Units
				Max processes             31705                31705                processes
				Max open files            1024                 524288               files
				""")).isEqualTo(1024);
	}

	@Test
	void mostFilesWhenThereIsNoLimitIsLarge() {
		assertThat(ProcessRoom.mostFiles("Max open files            unlimited            unlimited            files\n"))
			.isEqualTo(Long.MAX_VALUE);
		assertThat(ProcessRoom.mostFiles("")).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void isEnoughWhenFewFilesMayBeOpenedIsFalse() {
		assertThat(ProcessRoom.ofProcess().isEnough()).isTrue();
		assertThat(new ProcessRoom(128).isEnough()).isFalse();
	}

}
