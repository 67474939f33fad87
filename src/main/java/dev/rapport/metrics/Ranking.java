package dev.rapport.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who brought most in a period, the first before the others.
 *
 * @param floor everybody who brought more is in it; null where everybody is
 */
record Ranking(List<Buyer> buyers, @Nullable BigDecimal floor) {

    record Buyer(long id, BigDecimal revenue, long purchases, LocalDate lastOn) {}

    static final int KEPT = 100;

    private static final Comparator<Buyer> ORDER =
            Comparator.comparing(Buyer::revenue).reversed().thenComparing(Buyer::id);

    /** @param found the first of all, at most as many as are kept */
    static Ranking of(List<Buyer> found) {
        return new Ranking(
                List.copyOf(found),
                found.size() < KEPT ? null : found.get(KEPT - 1).revenue());
    }

    /** With those who changed as they are now. */
    Ranking with(Set<Long> changed, List<Buyer> now) {
        List<Buyer> sorted = Stream.concat(buyers.stream().filter(buyer -> !changed.contains(buyer.id())), now.stream())
                .filter(this::known)
                .sorted(ORDER)
                .toList();
        return sorted.size() <= KEPT
                ? new Ranking(sorted, floor)
                : new Ranking(sorted.subList(0, KEPT), sorted.get(KEPT - 1).revenue());
    }

    /** Whether it tells the first few for sure. */
    boolean tells(int few) {
        return floor == null || buyers.stream().filter(this::known).count() >= few;
    }

    private boolean known(Buyer buyer) {
        return floor == null || buyer.revenue().compareTo(floor) > 0;
    }
}
