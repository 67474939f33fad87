package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A figure as the API gives it: the trace that the page opens, with its sentences in the reader's language. */
record FigureBody(
        @Nullable BigDecimal value,
        Unit unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String currency,
        @Nullable Long n,
        @Nullable Interval interval,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal standardError,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        String formula,
        Map<String, Object> inputs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}
