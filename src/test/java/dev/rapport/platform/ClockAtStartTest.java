package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The machine comes up with a wrong clock. */
@WebTest
class ClockAtStartTest {
    @Autowired
    private ClockAtStart start;

    @Autowired
    private ClockTrust trust;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester http;

    @AfterEach
    void believesItAgain() {
        trust.startedAfter(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"40 days, but the newest entries are of", "-500 days, more than a year after it last ran"})
    void saysSoOnTheHomePageAndDeletesNothing(String entered, String sentence) throws Exception {
        lastChange(entered);
        start.compare();
        assertThat(home()).contains(sentence, "machine says 20").doesNotContain("{1}", "[20");
        boolean[] ran = new boolean[1];
        trust.unlessLeapt(() -> ran[0] = true);
        assertThat(ran[0]).isFalse();
    }

    @Test
    void saysNothingOfAnEmptyOneOrAWeekendOff() throws Exception {
        jdbc.sql("DELETE FROM change_log").update();
        start.compare();
        assertThat(trust.isTrusted()).isTrue();
        lastChange("-3 days");
        start.compare();
        assertThat(home()).doesNotContain("The clock of Rapport");
    }

    private void lastChange(String entered) {
        jdbc.sql("""
                        INSERT INTO change_log (happened_at, via, entity, entity_id, action)
                        VALUES (now() + CAST(:entered AS interval), 'PAGE', 'customer', 1, 'CREATED')""").param("entered", entered).update();
    }

    private String home() throws UnsupportedEncodingException {
        return http.get()
                .uri("/numbers")
                .with(Accounts.owner())
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
