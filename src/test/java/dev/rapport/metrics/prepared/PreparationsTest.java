package dev.rapport.metrics.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.FactVersionQuery.Facts;
import dev.rapport.metrics.prepared.Preparations.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer is worked out once for the same facts, and a page of a large business never waits for one. */
@Timeout(60)
class PreparationsTest {
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private final PreparationThread thread = new PreparationThread();
    private final AtomicInteger worked = new AtomicInteger();
    private Facts facts = new Facts(new FactVersion(1, 1), false);
    private String settings = "USD";
    private LocalDate today = LocalDate.parse("2026-06-30");
    private final Preparations preparations =
            new Preparations(() -> facts, () -> settings, () -> today, Clock.fixed(NOON, ZoneOffset.UTC), thread);

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void isWorkedOutOnceForTheSameFactsSettingsAndDay() {
        assertThat(soon("a")).contains(new Answer<>(1, null));
        assertThat(soon("a")).contains(new Answer<>(1, null));
        assertThat(exact("a")).isEqualTo(1);
        assertThat(soon("b")).contains(new Answer<>(2, null));

        facts = new Facts(new FactVersion(2, 9), false);
        assertThat(soon("a")).contains(new Answer<>(3, null));
        settings = "EUR";
        assertThat(soon("a")).contains(new Answer<>(4, null));
        today = today.plusDays(1);
        assertThat(exact("a")).isEqualTo(5);
    }

    @Test
    void ofManyFactsNothingIsThereUntilItIsWorkedOut() {
        facts = new Facts(new FactVersion(1, 1), true);
        CountDownLatch free = new CountDownLatch(1);
        Supplier<Integer> slow = () -> after(free);

        assertThat(preparations.soon("slow", List.of(), slow)).isEmpty();
        assertThat(preparations.soon("slow", List.of(), slow)).isEmpty();
        assertThat(preparations.many()).isTrue();
        free.countDown();

        assertThat(preparations.exact("slow", List.of(), slow)).isEqualTo(1);
        assertThat(preparations.soon("slow", List.of(), slow)).contains(new Answer<>(1, null));
    }

    @Test
    void ofManyFactsTheOneBeforeIsShownWithItsMomentAndTheNextIsWorkedOut() {
        facts = new Facts(new FactVersion(1, 1), true);
        preparations.exact("slow", List.of(), () -> takingLong());
        facts = new Facts(new FactVersion(2, 2), true);
        CountDownLatch free = new CountDownLatch(1);

        assertThat(preparations.soon("slow", List.of(), () -> after(free))).contains(new Answer<>(1, NOON));
        free.countDown();

        assertThat(preparations.exact("slow", List.of(), () -> after(free))).isEqualTo(2);
    }

    @Test
    void whatTakesMomentsIsOfNow() {
        facts = new Facts(new FactVersion(1, 1), true);
        assertThat(soon("quick")).contains(new Answer<>(1, null));
        facts = new Facts(new FactVersion(2, 2), true);
        assertThat(soon("quick")).contains(new Answer<>(2, null));
    }

    @Test
    void aFailureIsToldAndTriedAgain() {
        for (boolean many : new boolean[] {false, true}) {
            facts = new Facts(new FactVersion(1, 1), many);
            assertThatThrownBy(() -> preparations.soon("failing", List.of(many), () -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }
        facts = new Facts(new FactVersion(1, 1), false);
        assertThat(soon("failing")).isPresent();
    }

    @Test
    void whoAsksForTheSameMeanwhileWaitsForIt() throws Exception {
        facts = new Facts(new FactVersion(1, 1), true);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread first = new Thread(() -> preparations.exact("same", List.of(), () -> {
            begun.countDown();
            return after(free);
        }));
        first.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        AtomicInteger second = new AtomicInteger();
        Thread other = new Thread(() -> second.set(preparations.exact("same", List.of(), worked::incrementAndGet)));
        other.start();
        free.countDown();
        first.join();
        other.join();

        assertThat(second.get()).isEqualTo(1);
        assertThat(worked.get()).isEqualTo(1);
    }

    private Optional<Answer<Integer>> soon(String name) {
        return preparations.soon(name, List.of(), worked::incrementAndGet);
    }

    private int exact(String name) {
        return preparations.exact(name, List.of(), worked::incrementAndGet);
    }

    private int after(CountDownLatch free) {
        try {
            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return worked.incrementAndGet();
    }

    private int takingLong() {
        long end = System.nanoTime() + 700_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return worked.incrementAndGet();
    }
}
