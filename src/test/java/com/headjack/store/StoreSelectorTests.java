package com.headjack.store;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreSelectorTests {

	private final RevisedStore blocked = new InMemorySecretStore("blocked",
			new Probe.Unavailable("it is blocked", "unblock it"));

	private final RevisedStore first = new InMemorySecretStore("first", new Probe.Ready());

	private final RevisedStore second = new InMemorySecretStore("second", new Probe.Ready());

	private final List<RevisedStore> all = List.of(this.blocked, this.first, this.second);

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "auto", "", " ", "AUTO" })
	void selectWhenNoneIsNamedGivesTheFirstThatIsReady(String requested) {
		assertThat(new StoreSelector(this.all, requested).select()).isSameAs(this.first);
	}

	@Test
	void selectWhenTheFirstIsReadyGivesIt() {
		assertThat(new StoreSelector(List.of(this.second, this.first), "auto").select()).isSameAs(this.second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", " Second " })
	void selectWhenNamedGivesThatStore(String requested) {
		assertThat(new StoreSelector(this.all, requested).select()).isSameAs(this.second);
	}

	@Test
	void selectWhenTheNamedOneIsNotReadyThrowsWithReasonRemedyAndWhatIsReady() {
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(this.all, "blocked").select())
			.withMessage("the secret store 'blocked' does not work here: it is blocked")
			.extracting(HeadjackException::remedy)
			.isEqualTo(Optional.of("unblock it (ready here: first, second)"));
	}

	@Test
	void selectWhenTheNamedOneIsTheOnlyOneAndNotReadySaysThatNoneIs() {
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(List.of(this.blocked), "blocked").select())
			.extracting(HeadjackException::remedy)
			.isEqualTo(Optional.of("unblock it (ready here: none)"));
	}

	@Test
	void selectWhenNoneIsReadyThrowsWithEveryReason() {
		RevisedStore broken = new InMemorySecretStore("broken", new Probe.Unavailable("it is broken", "mend it"));
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(List.of(this.blocked, broken), "auto").select())
			.withMessage("no secret store works here: blocked: it is blocked; broken: it is broken");
	}

	@Test
	void selectWhenThereIsNoneOfTheNameIsMisuse() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> new StoreSelector(this.all, "nonsense").select())
			.withMessage("there is no secret store named 'nonsense'")
			.satisfies((failure) -> {
				assertThat(failure.kind()).isEqualTo(FailureKind.MISUSED);
				assertThat(failure.remedy().orElseThrow()).endsWith("auto, blocked, first, second");
			});
	}

	@Test
	void selectWhenAStoreIsOnlyForThoseWhoNameItPassesItOver() {
		RevisedStore remote = new InMemorySecretStore("remote", new Probe.Ready(), true);
		List<RevisedStore> stores = List.of(remote, this.blocked, this.second);
		assertThat(new StoreSelector(stores, "auto").select()).isSameAs(this.second);
		assertThat(new StoreSelector(stores, "remote").select()).isSameAs(remote);
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(stores, "blocked").select())
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).endsWith("(ready here: second)"));
	}

	@Test
	void selectTwiceKeepsToTheChoice() {
		StoreSelector selector = new StoreSelector(this.all, "auto");
		assertThat(selector.select()).isSameAs(selector.select());
		assertThat(selector.stores()).isEqualTo(this.all);
	}

	@Test
	void getGivesTheStoreOfTheNameWhicheverIsChosen() {
		assertThat(new StoreSelector(this.all, "first").get("second")).isSameAs(this.second);
	}

	@Test
	void getWhenItIsNotReadyThrowsWithReasonRemedyAndWhatIsReady() {
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(this.all, "first").get("blocked"))
			.withMessage("the secret store 'blocked' does not work here: it is blocked")
			.extracting(HeadjackException::remedy)
			.isEqualTo(Optional.of("unblock it (ready here: first, second)"));
	}

	@Test
	void getWhenThereIsNoneOfTheNameIsMisuseAndSaysWhatIsReady() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> new StoreSelector(this.all, "first").get("auto"))
			.withMessage("there is no secret store named 'auto'")
			.satisfies((failure) -> {
				assertThat(failure.kind()).isEqualTo(FailureKind.MISUSED);
				assertThat(failure.remedy())
					.contains("the stores are: blocked, first, second (ready here: first, second)");
			});
	}

	@Test
	void usesTellsTheStoreThatIsChosen() {
		assertThat(new StoreSelector(this.all, "auto").uses(this.first)).isTrue();
		assertThat(new StoreSelector(this.all, "auto").uses(this.second)).isFalse();
		assertThat(new StoreSelector(this.all, "second").uses(this.second)).isTrue();
		assertThat(new StoreSelector(this.all, "nonsense").uses(this.second)).isFalse();
		assertThat(new StoreSelector(List.of(this.blocked), "auto").uses(this.blocked)).isFalse();
	}

	@Test
	void selectPassesOverStoresOfOtherSystemsWithoutAWord() {
		RevisedStore elsewhere = new InMemorySecretStore("elsewhere", new Probe.Elsewhere("macOS"));
		assertThat(new StoreSelector(List.of(elsewhere, this.first), "auto").select()).isSameAs(this.first);
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> new StoreSelector(List.of(elsewhere, this.first), "elsewhere").select())
			.withMessage("the secret store 'elsewhere' is for macOS")
			.satisfies((failure) -> assertThat(failure.remedy()).contains("choose another store (ready here: first)"));
	}

}
