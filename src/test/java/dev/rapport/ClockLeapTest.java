package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.account.AccountService;
import dev.rapport.account.SignIn;
import dev.rapport.platform.Refused;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The machine's clock was a year ahead, and is set right. */
@DatabaseTest
class ClockLeapTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String HERE = "192.0.2.1";

    @Autowired
    private MovableClock clock;

    @Autowired
    private SignIn signIn;

    @Autowired
    private AccountService accounts;

    @BeforeEach
    void runAhead() {
        clock.advance(YEAR);
    }

    private void setRight() {
        clock.advance(YEAR.negated());
    }

    @Test
    void locksNobodyOutUntilThen() {
        IntStream.range(0, 5)
                .forEach(number -> assertThatThrownBy(() -> signIn.check(Accounts.OWNER_EMAIL, "a wrong guess", HERE))
                        .isInstanceOf(Refused.class));
        setRight();
        assertThatCode(() -> signIn.check(Accounts.OWNER_EMAIL, Accounts.PASSWORD, HERE))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesNoLinkValidUntilThen() {
        String secret = accounts.resetOwnersPassword();
        assertThat(accounts.canReset(secret)).isTrue();
        setRight();
        assertThat(accounts.canReset(secret)).isFalse();
        clock.advance(YEAR);
        assertThat(accounts.canReset(secret)).isTrue();
    }

    @Test
    void aLinkOutlivesAClockSetBackByAnHour() {
        String secret = accounts.resetOwnersPassword();
        clock.advance(Duration.ofHours(-1));
        assertThat(accounts.canReset(secret)).isTrue();
    }
}
