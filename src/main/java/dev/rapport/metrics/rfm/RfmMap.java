package dev.rapport.metrics.rfm;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.formula.Rfm;
import dev.rapport.metrics.formula.RfmSegment;
import dev.rapport.metrics.predictive.BuyerQuery;
import dev.rapport.metrics.predictive.BuyerValues;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.rfm.RfmQuery.Columns;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scores everyone who has bought against each other. The last boards are kept until purchases change. */
@Service
public class RfmMap {

    /** @param version where it matters who is in a group */
    private record Key(
            LocalDate asOf,
            CustomerGroup group,
            long dataVersion,
            @Nullable FactVersion version,
            long fit,
            Horizon horizon) {}

    private static final int KEPT = 8;

    private final RfmQuery query;
    private final BuyerQuery buyers;
    private final FactVersionQuery versions;
    private final Fits fits;
    private final BusinessSettings business;
    private final TransactionTemplate reading;
    private final Map<Key, RfmBoard> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RfmBoard> eldest) {
            return size() > KEPT;
        }
    };

    RfmMap(
            RfmQuery query,
            BuyerQuery buyers,
            FactVersionQuery versions,
            Fits fits,
            BusinessSettings business,
            PlatformTransactionManager transactions) {
        this.query = query;
        this.buyers = buyers;
        this.versions = versions;
        this.fits = fits;
        this.business = business;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** With values by the fit to what is known now, made first where there is none. */
    public RfmBoard exact(LocalDate asOf, CustomerGroup group) {
        return board(asOf, group, fits.of(asOf));
    }

    /** With values by the last fit there is. */
    public RfmBoard last(LocalDate asOf, CustomerGroup group) {
        return board(asOf, group, fits.last(asOf).orElse(null));
    }

    public Slice<RfmCustomer> customers(
            RfmBoard board, CustomerGroup group, @Nullable RfmSegment segment, @Nullable Cursor after, int limit) {
        if (board.scores() == null) {
            return new Slice<>(List.of(), null);
        }
        Set<Integer> codes =
                segment == null ? null : Arrays.stream(segment.codes()).boxed().collect(Collectors.toSet());
        long from = after == null ? 0 : after.id();
        return Slice.of(
                query.customers(board.asOf(), group, board.scores(), codes, from, limit + 1),
                limit,
                customer -> new Cursor("", customer.customerId()));
    }

    private RfmBoard board(LocalDate asOf, CustomerGroup group, @Nullable StoredFit fit) {
        Horizon horizon = Horizon.of(business);
        FactVersion version = group.equals(CustomerGroup.EVERYBODY) ? null : versions.now();
        Key key = new Key(asOf, group, buyers.dataVersion(), version, fit == null ? 0 : fit.id(), horizon);
        synchronized (known) {
            RfmBoard found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        RfmBoard made = reading.execute(status -> make(asOf, group, fit, horizon));
        synchronized (known) {
            known.put(key, made);
        }
        return made;
    }

    private RfmBoard make(LocalDate asOf, CustomerGroup group, @Nullable StoredFit fit, Horizon horizon) {
        Columns columns = query.all(asOf, group);
        if (columns.size == 0) {
            return new RfmBoard(asOf, 0, null, rows(new long[11], new BigDecimal[11], new double[11], false));
        }
        Rfm rfm = Rfm.of(columns.days, columns.purchases, columns.amounts);
        byte[] segments = new byte[columns.size];
        long[] customers = new long[11];
        BigDecimal[] revenue = new BigDecimal[11];
        for (int i = 0; i < columns.size; i++) {
            int segment = RfmSegment.of(rfm.code(columns.days[i], columns.purchases[i], columns.amounts[i]))
                    .ordinal();
            segments[i] = (byte) segment;
            customers[segment]++;
            BigDecimal amount = BigDecimal.valueOf(columns.amounts[i], 4);
            revenue[segment] = revenue[segment] == null ? amount : revenue[segment].add(amount);
        }
        double[] value = new double[11];
        boolean valued = fit != null && fit.reason() == null;
        if (fit != null && valued) {
            BuyerValues values = new BuyerValues(fit, horizon);
            buyers.each(asOf, group, buyer -> {
                int i = Arrays.binarySearch(columns.customers, buyer.id());
                Double clv = i < 0 ? null : values.of(buyer).clv();
                value[i < 0 ? 0 : segments[i]] += clv == null ? 0 : clv;
            });
        }
        return new RfmBoard(asOf, columns.size, rfm, rows(customers, revenue, value, valued));
    }

    private static List<RfmBoard.Row> rows(long[] customers, BigDecimal[] revenue, double[] value, boolean valued) {
        List<RfmBoard.Row> rows = new ArrayList<>();
        for (RfmSegment segment : RfmSegment.values()) {
            int i = segment.ordinal();
            rows.add(new RfmBoard.Row(
                    segment,
                    customers[i],
                    revenue[i] == null ? BigDecimal.ZERO : revenue[i],
                    valued && customers[i] > 0 ? BigDecimal.valueOf(value[i] / customers[i]) : null));
        }
        return List.copyOf(rows);
    }
}
