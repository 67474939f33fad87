package dev.rapport.customer;

import static dev.rapport.customer.CustomerMother.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.util.ReflectionTestUtils;

class CustomerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void movesThroughStages() {
        Customer ann = ann();
        assertThat(ann.moveTo(LifecycleStage.PURCHASE, MARCH.plusDays(10), NOW)).isTrue();
        assertThat(ann.stage()).isEqualTo(LifecycleStage.PURCHASE);
        assertThat(ann.moveTo(LifecycleStage.PURCHASE, MARCH.plusDays(11), NOW)).isFalse();
    }

    @Test
    void keepsTheStageOfTheLatestDayWhenAnEarlierOneIsFilledIn() {
        Customer ann = ann();
        ann.moveTo(LifecycleStage.RETENTION, MARCH.plusDays(20), NOW);
        assertThat(ann.moveTo(LifecycleStage.CONSIDERATION, MARCH.plusDays(5), NOW))
                .isTrue();
        assertThat(ann.stage()).isEqualTo(LifecycleStage.RETENTION);
        ann.moveTo(LifecycleStage.LOST, MARCH.plusDays(20), NOW);
        assertThat(ann.stage()).isEqualTo(LifecycleStage.LOST);
    }

    @Test
    void isArchivedAndBroughtBack() {
        Customer ann = ann();
        ann.archive(NOW);
        ann.archive(NOW.plusSeconds(60));
        assertThat(ReflectionTestUtils.getField(ann, "archivedAt")).isEqualTo(NOW);
        ann.bringBack();
        assertThat(ReflectionTestUtils.getField(ann, "archivedAt")).isNull();
    }

    @Test
    void refusesAnEditOfAnotherVersion() {
        Customer ann = ann();
        ReflectionTestUtils.setField(ann, "id", 1L);
        ann.requireVersion(0);
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> ann.requireVersion(1));
    }

    @Test
    void cleansWhatWasTyped() {
        CustomerProfile profile = CustomerMother.of("  张 伟\t", "   ");
        assertThat(profile.name()).isEqualTo("张 伟");
        assertThat(profile.company()).isNull();
        Contacts contacts = new Contacts(List.of(" A@b.example ", "A@b.example", " "), List.of("+39 02 5550 118"));
        assertThat(contacts.emails()).containsExactly("A@b.example");
    }

    @Test
    void refusesWhatNoCustomerCanHave() {
        assertThat(refusedField(() -> CustomerMother.named(" "))).isEqualTo("name");
        assertThat(refusedField(() -> CustomerMother.named("x".repeat(501)))).isEqualTo("name");
        assertThat(refusedField(() -> CustomerMother.named("a\0b"))).isEqualTo("name");
        assertThat(refusedField(() -> Contacts.of("nobody", null))).isEqualTo("email");
        assertThat(refusedField(() -> Contacts.of(null, "none"))).isEqualTo("phone");
    }

    private static String refusedField(Runnable work) {
        Refused[] refused = new Refused[1];
        assertThatExceptionOfType(Refused.class).isThrownBy(work::run).satisfies(e -> refused[0] = e);
        return refused[0].field();
    }

    private static Customer ann() {
        return new Customer(
                CustomerMother.named("Ann"), Contacts.NONE, UnaryOperator.identity(), LifecycleStage.AWARENESS, NOW);
    }
}
