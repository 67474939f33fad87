package dev.rapport.metrics;

import dev.rapport.metrics.acquisition.AcquisitionQuery;
import dev.rapport.metrics.predictive.FitStore;
import dev.rapport.metrics.predictive.LastPrediction;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts as they stand in the tables, and the figures over them. */
public record Facts(JdbcClient jdbc) {

    public Metrics metrics(FixedBusiness business) {
        LifetimeValues values = new LifetimeValues(
                new MarginQuery(jdbc), new PurchaseQuery(jdbc), new AcquisitionQuery(jdbc), business);
        return new Metrics(
                new AnswerQuery(jdbc),
                new VoiceQuery(jdbc),
                new PurchaseQuery(jdbc),
                new CustomerBaseQuery(jdbc),
                new CohortQuery(jdbc),
                new SurvivalQuery(jdbc),
                values,
                new DiscountedValue(values, new CustomerBaseQuery(jdbc), business),
                (metric, scope) -> {
                    throw new UnsupportedOperationException(metric.code());
                },
                new LastPrediction(new FitStore(jdbc), business),
                business);
    }

    public long customer(String name) {
        return customer(name, null, "PURCHASE", "2000-01-01");
    }

    public long customer(String name, @Nullable String source, String stage, String acquiredOn) {
        long id = jdbc.sql("""
                        INSERT INTO customer (name, sort_key, stage, source, acquired_on, created_at)
                        VALUES (:name, ''::bytea, :stage, :source, :day, now()) RETURNING id
                        """)
                .param("name", name)
                .param("stage", stage)
                .param("source", source)
                .param("day", LocalDate.parse(acquiredOn))
                .query(Long.class)
                .single();
        stage(id, stage, acquiredOn);
        return id;
    }

    public void stage(long customer, String stage, String day) {
        jdbc.sql("INSERT INTO stage_change (customer_id, stage, changed_on, created_at) VALUES (?, ?, ?, now())")
                .params(customer, stage, LocalDate.parse(day))
                .update();
    }

    public long purchase(long customer, String day, String amount) {
        return purchase(customer, day, amount, null, null);
    }

    public long purchase(long customer, String day, String amount, @Nullable String cost, @Nullable Long refundOf) {
        return jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, cost, currency, rate, base_amount, refund_of, created_at)
                        VALUES (:customer, :day, :amount, :cost, 'USD', 1, :amount, :refundOf, now()) RETURNING id
                        """)
                .param("customer", customer)
                .param("day", LocalDate.parse(day))
                .param("amount", new BigDecimal(amount))
                .param("cost", cost == null ? null : new BigDecimal(cost), Types.NUMERIC)
                .param("refundOf", refundOf, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    public void answer(long customer, String survey, int score, String day) {
        jdbc.sql("INSERT INTO answer (customer_id, survey, score, answered_on, created_at) VALUES (?, ?, ?, ?, now())")
                .params(customer, survey, score, LocalDate.parse(day))
                .update();
    }
}
