package dev.rapport.purchase;

import dev.rapport.platform.BaseCurrencyInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every purchase keeps its worth in the base currency. */
@Component
class PurchasesFixTheBaseCurrency implements BaseCurrencyInUse {
    private final JdbcClient jdbc;

    PurchasesFixTheBaseCurrency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM purchase)")
                .query(Boolean.class)
                .single();
    }
}
