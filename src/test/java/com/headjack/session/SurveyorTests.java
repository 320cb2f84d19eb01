package com.headjack.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.Home;
import com.headjack.engine.ExecResult;
import com.headjack.injection.Homes;
import com.headjack.injection.InjectionPlan;
import com.headjack.injection.SettingsChange;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SurveyorTests {

	private static final ObjectNode WANTED = JsonNodeFactory.instance.objectNode().put("a", 1);

	private static final Homes HOMES = new Homes(List.of(new Home(".b", "B_HOME", "")), Map.of("B_HOME", "~/x"));

	private static final InjectionPlan PLAN = new InjectionPlan(Map.of(), Map.of(".b/auth", Secret.of("CANARY")),
			Map.of(".a.json", SettingsChange.adding(WANTED)), List.of(".b/talks/"), List.of(), Set.of("KEY"), Set.of(),
			HOMES);

	private static final String PLACE = "/home/me/.a.json\n\n";

	private static final String SECRET = """
			/home/me/x/auth
			/home/me/x

			/home/me/x/talks/
			/home/me/x

			""";

	@TempDir
	Path folder;

	private Scene scene;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
	}

	private Survey survey(String output) {
		return new Surveyor("claude", PLAN).survey(this.scene.instance, new ExecResult(0, output, ""));
	}

	@Test
	void requestAsksForProgramFilesAndVariables() {
		List<String> words = new Surveyor("claude", PLAN).request().command();
		assertThat(words.subList(4, words.size())).containsExactly("claude", "", "3", "settings", ".a.json", "", "", "",
				"secret", ".b/auth", "B_HOME", "~/x", "auth", "conversation", ".b/talks/", "B_HOME", "~/x", "talks/",
				"KEY");
	}

	@Test
	void surveyGivesFilesAndVariables() {
		Survey survey = survey(PLACE + SettingsFileTests.line("{\"b\":2}") + "\n" + SECRET + "KEY\n");
		assertThat(survey.variables()).containsExactly("KEY");
		assertThat(survey.files()).containsOnlyKeys(".a.json");
		assertThat(survey.place(".a.json")).isEqualTo("/home/me/.a.json");
		assertThat(survey.place(".b/auth")).isEqualTo("/home/me/x/auth");
		assertThat(survey.place(".b/talks/")).isEqualTo("/home/me/x/talks/");
		assertThat(survey.homes()).isEqualTo(Map.of("B_HOME", "/home/me/x"));
		assertThat(survey.homesIn(List.of("/home/me/x"))).containsOnlyKeys("B_HOME");
		assertThat(survey.homesIn(List.of("/home/me/xy", "/workspace"))).isEmpty();
		assertThat(survey.unset()).containsExactly("KEY");
		assertThat(survey("").variables()).isEmpty();
	}

	@Test
	void surveyUnsetsAVariableThatNamesNoFolder() {
		Survey survey = survey(PLACE + "\n/home/me/.b/auth\n\n\n/home/me/.b/talks/\n\n\n");
		assertThat(survey.place(".b/auth")).isEqualTo("/home/me/.b/auth");
		assertThat(survey.unset()).containsExactly("B_HOME");
	}

	@Test
	void surveyWhenTheProgramIsMissingNamesTheImage() {
		assertThatExceptionOfType(SessionException.class)
			.isThrownBy(() -> new Surveyor("claude", PLAN).survey(this.scene.instance, new ExecResult(69, "", "")))
			.withMessage("the image \"sample\" has no program \"claude\"")
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((text) -> assertThat(text).contains("hjk recreate feat/x --image")));
	}

	@Test
	void mergeGivesOnlyFilesThatChange() {
		Map<String, SettingsChange> wanted = Map.of(".a.json", SettingsChange.adding(WANTED));
		assertThat(survey(PLACE + SettingsFileTests.line("{\"a\":1,\"b\":2}") + "\n").change(wanted)).isEmpty();
		assertThat(survey(PLACE + SettingsFileTests.line("{\"a\":3,\"b\":2}") + "\n").change(wanted).get(".a.json"))
			.satisfies((file) -> assertThat(file.content().toString()).isEqualTo("{\"a\":1,\"b\":2}"));
		assertThat(survey(PLACE + "\n").change(wanted).get(".a.json"))
			.satisfies((file) -> assertThat(file.seen()).isEmpty());
	}

}
