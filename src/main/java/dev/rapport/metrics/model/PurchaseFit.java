package dev.rapport.metrics.model;

import org.jspecify.annotations.Nullable;

/**
 * Both models fitted to the same customers.
 *
 * @param purchases the BG/NBD model's maximum in r, alpha, a, b
 * @param spending the Gamma-Gamma model's in p, q, v
 */
public record PurchaseFit(long customers, long repeaters, Optimum purchases, Optimum spending) {

    public static PurchaseFit of(Buyers buyers, Spending spending) {
        return new PurchaseFit(buyers.customers(), buyers.repeaters(), BgNbd.fit(buyers), GammaGamma.fit(spending));
    }

    public boolean converged() {
        return purchases.converged() && spending.converged();
    }

    public @Nullable BgNbd buying() {
        return purchases.converged() ? BgNbd.of(purchases.parameters()) : null;
    }

    public @Nullable GammaGamma value() {
        return spending.converged() ? GammaGamma.of(spending.parameters()) : null;
    }
}
