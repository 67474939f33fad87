package dev.rapport.metrics.web;

import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Quintiles;
import dev.rapport.metrics.formula.Rfm;
import dev.rapport.metrics.formula.RfmSegment;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.metrics.rfm.RfmBoard;
import dev.rapport.metrics.rfm.RfmCustomer;
import dev.rapport.metrics.rfm.RfmMap;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recency, frequency and amount of everyone who bought up to the as-of day, scored against each other. */
@RestController
@RequestMapping("/api/v1/metrics/rfm")
class RfmApi {

    /** @param clv what a customer of the segment is expected to bring, in revenue */
    record SegmentBody(
            String segment,
            long customers,
            BigDecimal revenue,
            @Nullable BigDecimal clv) {}

    record RfmBody(
            List<SegmentBody> value,
            Unit unit,
            String currency,
            long n,
            LocalDate asOf,
            String formula,
            Map<String, Object> inputs) {}

    record CustomerBody(
            long id,
            @Nullable String externalId,
            String name,
            long recency,
            long frequency,
            BigDecimal amount,
            int recencyScore,
            int frequencyScore,
            int amountScore,
            int score,
            String segment) {}

    private final RfmMap map;
    private final Preparations preparations;
    private final BusinessSettings business;
    private final Bodies bodies;

    RfmApi(RfmMap map, Preparations preparations, BusinessSettings business, Bodies bodies) {
        this.map = map;
        this.preparations = preparations;
        this.business = business;
        this.bodies = bodies;
    }

    @GetMapping
    RfmBody rfm(@ParameterObject MetricsApi.Asked asked, Locale locale) {
        Scope scope = MetricsApi.scope(asked, business.today());
        RfmBoard board = board(scope);
        return new RfmBody(
                board.rows().stream()
                        .map(row -> new SegmentBody(row.segment().title(), row.customers(), row.revenue(), row.clv()))
                        .toList(),
                Unit.COUNT,
                business.currency().getCurrencyCode(),
                board.customers(),
                board.asOf(),
                bodies.text(Text.of("metrics.rfm.formula"), locale),
                cuts(board.scores()));
    }

    @GetMapping("/customers")
    Slice<CustomerBody> customers(
            @ParameterObject MetricsApi.Asked asked,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Scope scope = MetricsApi.scope(asked, business.today());
        RfmBoard board = board(scope);
        return map.customers(board, scope.group(), segment(segment), Cursor.decode(after), Slice.limit(limit))
                .map(RfmApi::body);
    }

    private RfmBoard board(Scope scope) {
        return preparations.exact(
                "rfm-of", List.of(scope.asOf(), scope.group()), () -> map.exact(scope.asOf(), scope.group()));
    }

    private static @Nullable RfmSegment segment(@Nullable String name) {
        return name == null || name.isBlank()
                ? null
                : Arrays.stream(RfmSegment.values())
                        .filter(segment -> segment.title().equalsIgnoreCase(name)
                                || segment.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new Refused("segment", "metrics.refused.segment"));
    }

    private static CustomerBody body(RfmCustomer customer) {
        return new CustomerBody(
                customer.customerId(),
                customer.externalId(),
                customer.name(),
                customer.recency(),
                customer.frequency(),
                customer.amount(),
                customer.r(),
                customer.f(),
                customer.m(),
                customer.code(),
                customer.segment().title());
    }

    private static Map<String, Object> cuts(@Nullable Rfm scores) {
        Map<String, Object> cuts = new LinkedHashMap<>();
        if (scores != null) {
            cuts.put("recency", cuts(scores.recency(), 1));
            cuts.put("frequency", cuts(scores.frequency(), 1));
            cuts.put("amount", cuts(scores.amount(), Rfm.ONE));
        }
        return cuts;
    }

    private static List<BigDecimal> cuts(Quintiles quintiles, long one) {
        return quintiles.cuts(one);
    }
}
