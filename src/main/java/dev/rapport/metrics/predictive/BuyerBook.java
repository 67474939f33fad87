package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.predictive.BuyerValues.BuyerValue;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every customer with what the models say of them, one after another: a million take no more memory than one. */
@Service
public class BuyerBook {

    private final Fits fits;
    private final BuyerQuery buyers;
    private final TransactionTemplate reading;

    BuyerBook(Fits fits, BuyerQuery buyers, PlatformTransactionManager transactions) {
        this.fits = fits;
        this.buyers = buyers;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Fits first where there is no fit to what is known now of the day. */
    public void read(LocalDate asOf, CustomerGroup group, Horizon horizon, Consumer<BuyerValue> consumer) {
        BuyerValues values = new BuyerValues(fits.of(asOf), horizon);
        reading.executeWithoutResult(
                status -> buyers.eachNamed(asOf, group, buyer -> consumer.accept(values.of(buyer))));
    }
}
