package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.platform.Refused;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ThrottleTest {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @Autowired
    SignIn signIn;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    private void guess(String email, String address) {
        assertThatThrownBy(() -> signIn.check(email, "a wrong guess", address)).isInstanceOf(Refused.class);
    }

    private Duration waitOf(String email, String address) {
        TooManyTries e =
                catchThrowableOfType(TooManyTries.class, () -> signIn.check(email, Accounts.PASSWORD, address));
        assertThat(e).isNotNull();
        return e.untilNext();
    }

    private void guessUntilBlocked(String email, String address) {
        IntStream.range(0, 5).forEach(i -> guess(email, address));
    }

    @Test
    void makesEachGuessAfterTheFifthWaitTwiceAsLong() {
        guessUntilBlocked(Accounts.OWNER_EMAIL, HERE);
        assertThat(waitOf(Accounts.OWNER_EMAIL, HERE)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(2));
        guess(Accounts.OWNER_EMAIL, HERE);
        assertThat(waitOf(Accounts.OWNER_EMAIL, HERE)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(3));
        guess(Accounts.OWNER_EMAIL, HERE);
        assertThat(waitOf(Accounts.OWNER_EMAIL, HERE)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void neverWaitsLongerThanAQuarterOfAnHour() {
        for (int i = 0; i < 18; i++) {
            guess(Accounts.OWNER_EMAIL, HERE);
            clock.advance(Duration.ofMinutes(15));
        }
        guess(Accounts.OWNER_EMAIL, HERE);
        assertThat(waitOf(Accounts.OWNER_EMAIL, HERE)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn.check(Accounts.OWNER_EMAIL, Accounts.PASSWORD, HERE).owner())
                .isTrue();
    }

    @Test
    void letsTheOwnerInFromElsewhereMeanwhile() {
        guessUntilBlocked(Accounts.OWNER_EMAIL, HERE);
        assertThatCode(() -> signIn.check(Accounts.OWNER_EMAIL, Accounts.PASSWORD, ELSEWHERE))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsAStrangersGuessesFromEverywhereShortOfALockout() {
        for (int i = 0; i < 60; i++) {
            guess(Accounts.OWNER_EMAIL, "198.51.100." + i);
            clock.advance(Duration.ofSeconds(31));
        }
        guess(Accounts.OWNER_EMAIL, "198.51.100.99");
        assertThat(waitOf(Accounts.OWNER_EMAIL, HERE)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void slowsOneAddressThatTriesManyNames() {
        IntStream.range(0, 30).forEach(i -> guess("someone" + i + "@example.com", HERE));
        waitOf("another@example.com", HERE);
    }

    @Test
    void treatsUnknownNamesAlike() {
        guessUntilBlocked("nobody@example.com", HERE);
        assertThat(waitOf("nobody@example.com", HERE)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        IntStream.range(0, 5).forEach(i -> guess(Accounts.OWNER_EMAIL, "2001:db8::" + i));
        waitOf(Accounts.OWNER_EMAIL, "2001:db8::ffff");
        signIn.check(Accounts.OWNER_EMAIL, Accounts.PASSWORD, "2001:db8:1::1");
    }

    @Test
    void startsAfreshOnceThePasswordWasRight() {
        IntStream.range(0, 4).forEach(i -> guess(Accounts.OWNER_EMAIL, HERE));
        signIn.check(Accounts.OWNER_EMAIL, Accounts.PASSWORD, HERE);
        guessUntilBlocked(Accounts.OWNER_EMAIL, HERE);
    }

    @Test
    void countsGuessesMadeAtTheSameMoment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> guess = () -> {
            try {
                signIn.check(Accounts.OWNER_EMAIL, "a wrong guess", HERE);
                return true;
            } catch (Refused e) {
                return true;
            } catch (TooManyTries e) {
                return false;
            }
        };
        long lookedAt = 0;
        for (Future<Boolean> one :
                threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> guess).toList())) {
            lookedAt += one.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(lookedAt).isBetween(5L, 9L);
    }

    @Test
    void keepsNothingOfWhatWasTyped() {
        guess("my-secret-password-typed-as-a-name", HERE);
        assertThat(jdbc.sql("SELECT string_agg(subject, ' ') FROM sign_in_failure")
                        .query(String.class)
                        .single())
                .doesNotContain("secret")
                .doesNotContain(HERE);
    }
}
