package dev.rapport.metrics;

import dev.rapport.platform.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures that have a page of their own, which explains them. */
public enum Metric {
    NPS,
    RETENTION,
    CLV,
    REVENUE,
    ACTIVE_CUSTOMERS,
    NEW_CUSTOMERS,
    CSAT,
    CES,
    SAT_GAP,
    CHURN,
    NRR,
    GRR,
    REPEAT_RATE,
    SURVIVAL,
    CONVERSION,
    CPL,
    CAC,
    LTV_TO_CAC,
    PAYBACK;

    /** As in addresses and message keys: repeat-rate. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Metric of(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("metric", code));
    }

    /** Whether less of it is better. */
    public boolean lowerIsBetter() {
        return this == CHURN || this == CPL || this == CAC || this == PAYBACK;
    }

    /** Whether it may be held against the period before: a value predicted now against one discounted then says nothing. */
    boolean comparable() {
        return this != LTV_TO_CAC;
    }

    /** About winning customers, told apart by channel on a page of its own. */
    public boolean ofAcquisition() {
        return compareTo(CONVERSION) >= 0;
    }

    /** What is worth seeing beside it. */
    List<Metric> beside() {
        return switch (this) {
            case NPS, SAT_GAP -> List.of(CSAT, CES);
            case CSAT -> List.of(NPS, CES, SAT_GAP);
            case CES -> List.of(NPS, CSAT);
            case RETENTION -> List.of(CHURN, SURVIVAL, GRR, NRR);
            case CHURN -> List.of(RETENTION, GRR, NRR);
            case GRR -> List.of(NRR, RETENTION);
            case NRR -> List.of(GRR, RETENTION);
            case REVENUE -> List.of(NRR, ACTIVE_CUSTOMERS);
            case ACTIVE_CUSTOMERS -> List.of(NEW_CUSTOMERS, REPEAT_RATE);
            case NEW_CUSTOMERS -> List.of(ACTIVE_CUSTOMERS, REPEAT_RATE);
            case REPEAT_RATE -> List.of(ACTIVE_CUSTOMERS, RETENTION);
            case SURVIVAL -> List.of(RETENTION, REPEAT_RATE);
            case CLV -> List.of(RETENTION, REVENUE);
            case CONVERSION -> List.of(CPL, CAC, NEW_CUSTOMERS);
            case CPL -> List.of(CONVERSION, CAC);
            case CAC -> List.of(LTV_TO_CAC, PAYBACK, CPL, NEW_CUSTOMERS);
            case LTV_TO_CAC -> List.of(CAC, PAYBACK, CLV);
            case PAYBACK -> List.of(CAC, LTV_TO_CAC, RETENTION);
        };
    }
}
