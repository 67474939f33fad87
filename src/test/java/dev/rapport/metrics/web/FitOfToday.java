package dev.rapport.metrics.web;

import dev.rapport.platform.BusinessSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The models as published for CDNOW, as if they had been fitted to what was bought up to today. */
final class FitOfToday {

    private FitOfToday() {}

    static void in(JdbcClient jdbc, BusinessSettings business) {
        jdbc.sql("""
                INSERT INTO clv_fit (as_of, data_version, fitted_at, customers, repeaters, purchases, purchases_covariance,
                                     log_likelihood, spending, spending_covariance, spending_likelihood, repeats_seen)
                VALUES (?, 0, now(), 2357, 946, '{0.243, 4.414, 0.793, 2.426}',
                        '{0.003, 0, 0, 0, 0, 0.007, 0, 0, 0, 0, 0.05, 0, 0, 0, 0, 0.08}', -9582,
                        '{6.25, 3.74, 15.44}', '{0.04, 0, 0, 0, 0.005, 0, 0, 0, 0.07}', -4056, '{1411, 946}')
                """).param(business.today()).update();
    }
}
