package dev.rapport.platform.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.web.PieceStore.Key;
import dev.rapport.platform.web.PieceStore.Piece;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What was drawn once is drawn anew as soon as anything in it is another. */
@WebTest
class KeptPiecesTest {
    private static final Pattern TOKEN =
            Pattern.compile("(?:name=\"_csrf\" value|name=\"csrf-token\" content)=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Test
    void arePutTogetherAsTheyWereDrawn() {
        customer();
        String drawn = list(owner(), Locale.ENGLISH);
        String kept = list(owner(), Locale.ENGLISH);
        assertThat(TOKEN.matcher(kept).replaceAll(""))
                .isEqualTo(TOKEN.matcher(drawn).replaceAll(""));
    }

    @Test
    void carryTheTokenOfEachRequest() {
        List<String> before = tokens();
        List<String> now = tokens();
        assertThat(now).hasSizeGreaterThan(4).hasSameSizeAs(before);
        assertThat(now.stream().distinct()).hasSize(1).doesNotContain(before.get(0));
    }

    @Test
    void followTheRowTheLanguageTheDayAndTheCurrency() {
        customer();
        list(owner(), Locale.ENGLISH);
        assertThat(list(owner(), Locale.ENGLISH)).contains("Zora Kept", "yesterday", "$12.50", "Retention");
        assertThat(list(owner(), Locale.SIMPLIFIED_CHINESE))
                .contains("Zora Kept", "昨天")
                .doesNotContain("yesterday");
        jdbc.sql("UPDATE customer SET stage = 'LOST', name = 'Zora <Kept>' WHERE name = 'Zora Kept'")
                .update();
        assertThat(list(owner(), Locale.ENGLISH)).contains("Zora &lt;Kept&gt;", "Lost");
        clock.advance(Duration.ofDays(1));
        assertThat(list(owner(), Locale.ENGLISH)).contains("2 days ago").doesNotContain("yesterday");
    }

    @Test
    void followTheReaderAndTheTheme() {
        assertThat(list(owner(), Locale.ENGLISH)).contains("href=\"/imports\"");
        assertThat(list(helper(), Locale.ENGLISH)).isNotEqualTo(list(owner(), Locale.ENGLISH));
        assertThat(http.get().uri("/customers").with(owner()).cookie(new Cookie("theme", "dark")))
                .bodyText()
                .containsPattern("value=\"dark\"\\s+aria-pressed=\"true\"");
    }

    @Test
    void areForgottenWhenThereAreMany() {
        PieceStore store = new PieceStore(true);
        for (int i = 0; i < 100; i++) {
            store.keep(key(i), Piece.of("x".repeat(100_000), null));
        }
        assertThat(store.find(key(99))).isNotNull();
        assertThat(store.find(key(80))).isNull();
    }

    @Test
    void areNotKeptWhileTemplatesAreBeingWritten() {
        PieceStore store = new PieceStore(false);
        store.keep(key(1), Piece.of("x", null));
        assertThat(store.find(key(1))).isNull();
    }

    private static Key key(int by) {
        return new Key("~{a :: b}", Locale.ENGLISH, by, null);
    }

    private void customer() {
        long id = jdbc.sql("""
                INSERT INTO customer (name, sort_key, search_text, stage, acquired_on, created_at)
                VALUES ('Zora Kept', '\\x7a', search_text('Zora Kept'), 'RETENTION', '2026-01-01', now()) RETURNING id""").query(Long.class).single();
        jdbc.sql("""
                INSERT INTO customer_summary (customer_id, purchases, revenue, last_contact_at)
                VALUES (:id, 1, 12.5, now() - interval '1 day')
                ON CONFLICT (customer_id) DO UPDATE SET purchases = 1, revenue = 12.5, last_contact_at = excluded.last_contact_at""").param("id", id).update();
    }

    private List<String> tokens() {
        return TOKEN.matcher(list(owner(), Locale.ENGLISH))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String list(RequestPostProcessor reader, Locale language) {
        try {
            return http.get()
                    .uri("/customers")
                    .with(reader)
                    .locale(language)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
