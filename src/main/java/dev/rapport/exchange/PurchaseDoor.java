package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.purchase.PurchaseBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PurchaseDoor implements FactDoor {
    private final PurchaseBatch batch;
    private final ExportOrigin origin;

    PurchaseDoor(PurchaseBatch batch, ExportOrigin origin) {
        this.batch = batch;
        this.origin = origin;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PURCHASES;
    }

    @Override
    public String entity() {
        return "purchase";
    }

    @Override
    public String columns() {
        return "purchase_id, purchased_on, amount, currency, rate, cost, product, refund_of, note" + ", "
                + origin.rowOf("purchase_id", ExportOrigin.PURCHASE) + " AS own_id" + ", "
                + origin.rowOf("refund_of", ExportOrigin.PURCHASE) + " AS refund_of_own";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void check(String rows, String table) {
        batch.check(rows, table);
    }

    @Override
    public void store(String table, @Nullable Long importId) {
        batch.store(table, importId);
    }

    @Override
    public String going() {
        return PurchaseBatch.GOING;
    }

    @Override
    public List<Long> remove(long importId) {
        return batch.remove(importId);
    }

    @Override
    public List<Long> restore(String table) {
        return batch.restore(table);
    }
}
