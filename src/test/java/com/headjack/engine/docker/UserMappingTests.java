package com.headjack.engine.docker;

import java.io.IOException;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DockerClientConfig;
import org.junit.jupiter.api.Test;

import com.headjack.engine.EngineUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserMappingTests {

	private static Info info(String answer) throws IOException {
		return DockerClientConfig.getDefaultObjectMapper().readValue(answer.replace('\'', '"'), Info.class);
	}

	@Test
	void ofAnEngineOfRootsIsTheUsualOne() throws IOException {
		assertThat(UserMapping.of(info("{}"))).isNull();
		assertThat(UserMapping.of(info("{'SecurityOptions':['name=seccomp,profile=default']}"))).isNull();
	}

	@Test
	void ofAPodmanThatIsNotRootsKeepsTheUser() throws IOException {
		assertThat(UserMapping.of(info("{'Rootless':true}"))).isEqualTo("keep-id");
		assertThat(UserMapping.of(info("{'Rootless':true,'SecurityOptions':['name=rootless']}"))).isEqualTo("keep-id");
		assertThat(UserMapping.of(info("{'Rootless':false}"))).isEqualTo("host");
	}

	@Test
	void ofADockerWithUserNamespacesIsTheHostsOwn() throws IOException {
		assertThat(UserMapping.of(info("{'SecurityOptions':['name=seccomp,profile=default','name=userns']}")))
			.isEqualTo("host");
	}

	@Test
	void ofADockerThatIsNotRootsIsRefusedWithARemedy() throws IOException {
		Info info = info("{'SecurityOptions':['name=seccomp,profile=builtin','name=rootless']}");
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> UserMapping.of(info))
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains("rootless Podman"));
	}

}
