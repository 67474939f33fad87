package dev.rapport.interaction.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.InteractionService;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.interaction.Someone;
import dev.rapport.interaction.Timeline;
import dev.rapport.interaction.TimelineEntry;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class TimelinePagesTest {
    private static final Pattern TEXT = Pattern.compile("talk \\d+");
    private static final Pattern MORE = Pattern.compile("rel=\"next\"[^>]* href=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private InteractionService interactions;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TransactionTemplate transaction;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void pagesWithoutLosingOrRepeatingARow() {
        Instant day = Instant.parse("2026-03-04T10:00:00Z");
        for (int i = 0; i < 65; i++) {
            // Many at the very same moment: only the id tells them apart.
            log("talk " + i, day.minusSeconds(i / 20 * 3600L));
        }
        List<String> seen = new ArrayList<>();
        String path = "/customers/" + ana + "/timeline";
        String page = get(path);
        for (int pages = 0; ; pages++) {
            seen.addAll(TEXT.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList());
            var more = MORE.matcher(page);
            if (!more.find()) {
                assertThat(pages).isEqualTo(2);
                break;
            }
            log("later", day.plusSeconds(3600 + pages));
            page = piece(more.group(1).replace("&amp;", "&"));
            assertThat(page).doesNotContain("<html", "4 Mar");
        }
        assertThat(seen).hasSize(65).doesNotHaveDuplicates();
    }

    @Test
    void showsPurchasesAndAnswersAmongTheTalksAndEachAlone() {
        log("a long talk", Instant.parse("2026-03-04T10:00:00Z"));
        transaction.executeWithoutResult(status -> {
            timeline.put(TimelineEntry.on(TimelineEntry.Source.PURCHASE, 7, ana, "PURCHASE", LocalDate.of(2026, 3, 5))
                    .saying("Sample set", null)
                    .worth(new BigDecimal("180.00"), "USD"));
            timeline.put(TimelineEntry.on(TimelineEntry.Source.ANSWER, 8, ana, "NPS", LocalDate.of(2026, 3, 6))
                    .saying(null, "You answer fast")
                    .scored(9));
        });

        String all = get("/customers/" + ana + "/timeline");
        assertThat(all)
                .contains("a long talk", "Sample set", "$180.00", "/purchases/7/edit", "You answer fast", "/answers/8");
        assertThat(all.indexOf("You answer fast")).isLessThan(all.indexOf("Sample set"));
        assertThat(piece("/customers/" + ana + "/timeline?filter=purchases"))
                .contains("Sample set")
                .doesNotContain("a long talk", "You answer fast");
        assertThat(piece("/customers/" + ana + "/timeline?filter=feedback")).doesNotContain("Sample set");
        assertThat(piece("/customers/" + ana + "/timeline?filter=talks"))
                .contains("a long talk")
                .doesNotContain("180");
    }

    @Test
    void foldsALongText() {
        log("word ".repeat(200), Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(get("/customers/" + ana + "/timeline")).contains("<details", "Show all");
    }

    @Test
    void takesTheSameStatementsForManyRowsAsForOne() {
        log("talk", Instant.parse("2026-03-04T10:00:00Z"));
        piece("/customers/" + ana + "/timeline");
        int one = Statements.of(() -> piece("/customers/" + ana + "/timeline")).size();
        for (int i = 0; i < 40; i++) {
            log("talk " + i, Instant.parse("2026-03-04T10:00:00Z"));
        }
        List<String> many = Statements.of(() -> piece("/customers/" + ana + "/timeline"));
        assertThat(many).hasSize(one).hasSize(1);
    }

    @Test
    void knowsNoCursorButItsOwn() {
        assertThat(http.get()
                        .uri("/customers/" + ana + "/timeline?after=nonsense")
                        .with(owner()))
                .hasStatus(400);
        assertThat(http.get().uri("/customers/4711/timeline").with(owner())).hasStatus(404);
    }

    private void log(String text, Instant when) {
        interactions.log(
                ana,
                new NewInteraction(
                        new WhatHappened(InteractionKind.CALL, Direction.NONE, when, null, text, null, null)));
    }

    private String get(String uri) {
        return body(http.get().uri(java.net.URI.create(uri)).with(owner()).exchange());
    }

    private String piece(String uri) {
        return body(http.get()
                .uri(java.net.URI.create(uri))
                .header("HX-Request", "true")
                .with(owner())
                .exchange());
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
