package dev.rapport.metrics.predictive;

import dev.rapport.metrics.model.Optimum;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fits of the last days and data, as they were when they were made. */
@Component
public class FitStore {

    /** Total value of all customers of a fit over a horizon; null revenue without a model of spending. */
    record Total(
            long customers,
            @Nullable Double revenue,
            @Nullable Double logError,
            double purchases,
            double alive) {}

    private static final int KEPT = 200;
    /** Days for which a fit is shown where there is no later one. */
    static final int STILL_SHOWN = 45;

    private final JdbcClient jdbc;

    public FitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredFit> find(LocalDate asOf, long dataVersion) {
        return jdbc.sql("SELECT * FROM clv_fit WHERE as_of = ? AND data_version = ?")
                .params(asOf, dataVersion)
                .query((row, number) -> fit(row))
                .optional();
    }

    /** The last one up to a day: a page rather shows a fit of some weeks ago, with its day, than none. */
    Optional<StoredFit> latest(LocalDate asOf) {
        return jdbc.sql("""
                        SELECT * FROM clv_fit WHERE as_of BETWEEN ? AND ?
                        ORDER BY as_of DESC, fitted_at DESC, id DESC LIMIT 1
                        """)
                .params(asOf.minusDays(STILL_SHOWN), asOf)
                .query((row, number) -> fit(row))
                .optional();
    }

    /** An older fit of the same day is forgotten, and so are those that nobody has asked for in a long time. */
    void save(StoredFit fit) {
        jdbc.sql("DELETE FROM clv_fit WHERE as_of = ? AND data_version < ?")
                .params(fit.asOf(), fit.dataVersion())
                .update();
        jdbc.sql("""
                        INSERT INTO clv_fit (as_of, data_version, fitted_at, customers, repeaters, purchases, purchases_covariance,
                          log_likelihood, spending, spending_covariance, spending_likelihood, repeats_seen, repeats_expected)
                        VALUES (:asOf, :dataVersion, :fittedAt, :customers, :repeaters, :purchases::float8[], :purchasesCovariance::float8[],
                          :logLikelihood::float8, :spending::float8[], :spendingCovariance::float8[], :spendingLikelihood::float8,
                          :seen::bigint[], :expected::float8[])
                        ON CONFLICT (as_of, data_version) DO NOTHING
                        """)
                .param("asOf", fit.asOf())
                .param("dataVersion", fit.dataVersion())
                .param("fittedAt", fit.fittedAt().atOffset(ZoneOffset.UTC))
                .param("customers", fit.customers())
                .param("repeaters", fit.repeaters())
                .param("purchases", parameters(fit.purchases()))
                .param("purchasesCovariance", covariance(fit.purchases()))
                .param("logLikelihood", likelihood(fit.purchases()))
                .param("spending", parameters(fit.spending()))
                .param("spendingCovariance", covariance(fit.spending()))
                .param("spendingLikelihood", likelihood(fit.spending()))
                .param("seen", text(fit.seen()))
                .param("expected", text(fit.expected()))
                .update();
        jdbc.sql("DELETE FROM clv_fit WHERE id IN (SELECT id FROM clv_fit ORDER BY fitted_at DESC OFFSET ?)")
                .params(KEPT)
                .update();
    }

    /** Whether fit and total rest on all that is known now of the day. */
    public boolean ready(LocalDate asOf, Horizon horizon) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM clv_fit f JOIN clv_total t ON t.fit_id = f.id
                          WHERE f.as_of = ? AND t.months = ? AND t.yearly_rate = ?
                            AND f.data_version = (SELECT coalesce(sum(changes), 0) FROM purchase_change))
                        """)
                .params(asOf, horizon.months(), horizon.yearlyRate())
                .query(Boolean.class)
                .single();
    }

    Optional<Total> total(long fit, Horizon horizon) {
        return jdbc.sql("""
                        SELECT customers, revenue, log_error, purchases, alive
                        FROM clv_total WHERE fit_id = ? AND months = ? AND yearly_rate = ?
                        """)
                .params(fit, horizon.months(), horizon.yearlyRate())
                .query(Total.class)
                .optional();
    }

    void save(long fit, Horizon horizon, Total total) {
        jdbc.sql("""
                        INSERT INTO clv_total (fit_id, months, yearly_rate, customers, revenue, log_error, purchases, alive)
                        SELECT :fit, :months, :rate, :customers, :revenue::float8, :error::float8, :purchases, :alive
                        WHERE EXISTS (SELECT FROM clv_fit WHERE id = :fit) ON CONFLICT DO NOTHING
                        """)
                .param("fit", fit)
                .param("months", horizon.months())
                .param("rate", horizon.yearlyRate())
                .param("customers", total.customers())
                .param("revenue", number(total.revenue()))
                .param("error", number(total.logError()))
                .param("purchases", total.purchases())
                .param("alive", total.alive())
                .update();
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String parameters(@Nullable Optimum of) {
        return of == null ? null : text(Arrays.stream(of.parameters()).boxed().toList());
    }

    private static @Nullable String covariance(@Nullable Optimum of) {
        return of == null
                ? null
                : text(Arrays.stream(of.covariance())
                        .flatMapToDouble(Arrays::stream)
                        .boxed()
                        .toList());
    }

    private static @Nullable String likelihood(@Nullable Optimum of) {
        return of == null ? null : Double.toString(of.logLikelihood());
    }

    /** As PostgreSQL writes arrays. */
    private static String text(List<?> values) {
        return values.toString().replace('[', '{').replace(']', '}');
    }

    static StoredFit fit(ResultSet row) throws SQLException {
        return new StoredFit(
                row.getLong("id"),
                row.getObject("as_of", LocalDate.class),
                row.getLong("data_version"),
                row.getObject("fitted_at", OffsetDateTime.class).toInstant(),
                row.getLong("customers"),
                row.getLong("repeaters"),
                optimum(row, "purchases", "log_likelihood"),
                optimum(row, "spending", "spending_likelihood"),
                List.of((Long[]) row.getArray("repeats_seen").getArray()),
                numbers(row.getArray("repeats_expected")));
    }

    private static @Nullable Optimum optimum(ResultSet row, String column, String likelihood) throws SQLException {
        List<Double> parameters = numbers(row.getArray(column));
        if (parameters.isEmpty()) {
            return null;
        }
        List<Double> flat = numbers(row.getArray(column + "_covariance"));
        int n = parameters.size();
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n * n; i++) {
            covariance[i / n][i % n] = flat.get(i);
        }
        double[] values = parameters.stream().mapToDouble(Double::doubleValue).toArray();
        return new Optimum(values, row.getDouble(likelihood), covariance, true);
    }

    private static List<Double> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Double[]) array.getArray());
    }
}
