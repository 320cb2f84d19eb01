package com.headjack.engine;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RuntimeOptionsTests {

	@Test
	void parseTakesBothSpellings() {
		RuntimeOptions options = RuntimeOptions.parse(List.of("--memory", "2g", "--cpus=1.5", "-m", "3g"));
		assertThat(options.last(RuntimeFlag.MEMORY)).contains("3g");
		assertThat(options.last(RuntimeFlag.CPUS)).contains("1.5");
		assertThat(options.last(RuntimeFlag.NETWORK)).isEmpty();
	}

	@Test
	void parseKeepsRepeatedFlagsInOrder() {
		RuntimeOptions options = RuntimeOptions.parse(List.of("-e", "A=1=2", "--env=B=", "-v", "/a:/b:ro"));
		assertThat(options.all(RuntimeFlag.ENV)).containsExactly("A=1=2", "B=");
		assertThat(options.all(RuntimeFlag.VOLUME)).containsExactly("/a:/b:ro");
	}

	@Test
	void parseWhenEmptyIsNone() {
		assertThat(RuntimeOptions.parse(List.of())).isEqualTo(RuntimeOptions.none());
	}

	@ParameterizedTest
	@CsvSource({ "-m,512m", "--memory,1073741824", "--cpus,0.5", "--network,host", "--add-host,db:127.0.0.1",
			"--add-host,host.docker.internal:host-gateway", "--volume,cache:/cache", "--cap-add,CAP_NET_ADMIN",
			"--device,/dev/kvm", "--device,/dev/kvm:/dev/kvm:rw", "--shm-size,64M", "--dns,10.0.0.2", "-p,8080:80",
			"--publish,127.0.0.1:8080:80/tcp", "--publish,80", "--pids-limit,-1", "--pids-limit,100", "--memory,0",
			"--ulimit,core=-1", "--ulimit,nofile=1024:4096" })
	void parseTakesWhatDockerRunTakes(String flag, String value) {
		assertThat(RuntimeOptions.parse(List.of(flag, value)).values()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "--memory,much", "--memory,99999999999g", "--cpus,-1", "--network,--cpus", "--add-host,db",
			"--volume,/a", "--env,CANARY", "--device,kvm", "--publish,web", "--pids-limit,0", "--dns,example.org",
			"--ulimit,core", "--ulimit,core=much" })
	void parseWhenTheValueDoesNotFitNamesTheFlagAndNotTheValue(String flag, String value) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> RuntimeOptions.parse(List.of(flag, value)))
			.withMessageStartingWith("runtime.flags: " + flag + " expects ")
			.withMessageNotContaining("CANARY")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--privileged", "--memory", "", "-", "--pid=host", "--security-opt", "-it" })
	void parseWhenTheFlagIsUnknownOrBareIsMisused(String flag) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> RuntimeOptions.parse(List.of(flag)))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void parseWhenTheFlagIsUnknownNamesTheAcceptedOnes() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> RuntimeOptions.parse(List.of("--privileged=true")))
			.withMessage("runtime.flags: \"--privileged\" is not supported")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValueSatisfying(
					(remedy) -> assertThat(remedy).contains("--memory, --cpus, --network").endsWith("--ulimit")));
	}

	@Test
	void parseWhenAValueStandsAloneDoesNotRepeatIt() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> RuntimeOptions.parse(List.of("-e", "A=1", "B=CANARY")))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void orAddsOnlyAFlagThatWasNotGiven() {
		RuntimeOptions given = RuntimeOptions.parse(List.of("--memory", "2g"));
		assertThat(given.or(RuntimeFlag.MEMORY, "1g").last(RuntimeFlag.MEMORY)).contains("2g");
		assertThat(given.or(RuntimeFlag.PIDS_LIMIT, "9").last(RuntimeFlag.PIDS_LIMIT)).contains("9");
	}

	@Test
	void toStringShowsNoValue() {
		assertThat(RuntimeOptions.parse(List.of("-e", "A=CANARY"))).hasToString("RuntimeOptions[ENV]");
	}

}
