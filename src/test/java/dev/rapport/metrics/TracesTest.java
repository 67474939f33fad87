package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure opened from its dashboard is the one that the facts give. */
@DatabaseTest
class TracesTest {
    private static final Scope YEAR = Scope.of(Span.yearTo(LocalDate.parse("2026-06-30")));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Traces traces;

    @Autowired
    private Metrics metrics;

    @BeforeEach
    void aBusiness() {
        Facts facts = new Facts(jdbc);
        for (int i = 0; i < 40; i++) {
            long customer = facts.customer("C" + i, "Web", "PURCHASE", "2024-01-01");
            for (int k = 0; k <= i % 4; k++) {
                String day =
                        LocalDate.parse("2024-08-01").plusDays(i * 7 + k * 120).toString();
                facts.purchase(customer, day, "12.5");
                facts.answer(customer, k == 2 ? "CSAT" : "NPS", (i + k) % 5 + 1, day);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellTheSameAsTheFacts(Metric metric) {
        for (boolean compared : new boolean[] {true, false}) {
            Clv clv = metric == Metric.CLV ? metrics.clv(YEAR) : null;
            assertThat(traces.of(metric, YEAR, compared, clv))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(metrics.trace(metric, YEAR, compared, clv));
        }
    }
}
