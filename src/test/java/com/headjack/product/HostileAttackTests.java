package com.headjack.product;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostileAttackTests {

	@Test
	void tableHasAHundredAttacksOfDifferentNames() {
		assertThat(HostileAttack.all()).hasSizeGreaterThanOrEqualTo(100);
		assertThat(HostileAttack.all()).extracting(HostileAttack::name).doesNotHaveDuplicates();
	}

}
