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

import com.headjack.engine.ExecResult;
import com.headjack.injection.InjectionPlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SurveyorTests {

	private static final ObjectNode WANTED = JsonNodeFactory.instance.objectNode().put("a", 1);

	private static final InjectionPlan PLAN = new InjectionPlan(Map.of(), Map.of(), Map.of(".a.json", WANTED),
			List.of(), List.of(), Set.of("KEY"), Set.of());

	@TempDir
	Path folder;

	private Scene scene;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
	}

	private Survey survey(String output) {
		this.scene.engine.answer(Scripts.SURVEY, () -> new ExecResult(0, output, ""));
		return new Surveyor(this.scene.engine).survey(this.scene.instance, "claude", PLAN);
	}

	@Test
	void surveyAsksForProgramFilesAndVariablesAsTheUser() {
		survey("\n");
		assertThat(this.scene.engine.calls).singleElement().satisfies((call) -> {
			assertThat(call.words()).containsExactly("claude", "1", ".a.json", "KEY");
			assertThat(call.request().user()).isEqualTo(this.scene.user());
		});
	}

	@Test
	void surveyGivesFilesAndVariables() {
		Survey survey = survey(SettingsFileTests.line("{\"b\":2}") + "\nKEY\n");
		assertThat(survey.variables()).containsExactly("KEY");
		assertThat(survey.files()).containsOnlyKeys(".a.json");
		assertThat(survey("").variables()).isEmpty();
	}

	@Test
	void surveyWhenTheProgramIsMissingNamesTheImage() {
		this.scene.engine.answer(Scripts.SURVEY, () -> new ExecResult(69, "", ""));
		assertThatExceptionOfType(SessionException.class)
			.isThrownBy(() -> new Surveyor(this.scene.engine).survey(this.scene.instance, "claude", PLAN))
			.withMessage("the image \"sample\" has no program \"claude\"")
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((text) -> assertThat(text).contains("hjk recreate feat/x --image")));
	}

	@Test
	void mergeGivesOnlyFilesThatChange() {
		Map<String, ObjectNode> wanted = Map.of(".a.json", WANTED);
		assertThat(survey(SettingsFileTests.line("{\"a\":1,\"b\":2}") + "\n").merge(wanted)).isEmpty();
		assertThat(survey(SettingsFileTests.line("{\"a\":3,\"b\":2}") + "\n").merge(wanted).get(".a.json"))
			.satisfies((file) -> assertThat(file.content().toString()).isEqualTo("{\"a\":1,\"b\":2}"));
		assertThat(survey("\n").merge(wanted).get(".a.json")).satisfies((file) -> assertThat(file.seen()).isEmpty());
	}

}
