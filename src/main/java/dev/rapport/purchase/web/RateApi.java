package dev.rapport.purchase.web;

import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.Line;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.purchase.DayRate;
import dev.rapport.purchase.ExchangeRates;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rates")
@Tag(name = "Rates", description = "Base units for one unit of a currency, by day")
class RateApi {
    record RateBody(
            @Nullable LocalDate day,
            @Nullable @Line String currency,
            @Nullable BigDecimal rate) {}

    record RatesBody(@Nullable List<RateBody> items) {}

    private final ExchangeRates rates;
    private final CurrentActor actor;

    RateApi(ExchangeRates rates, CurrentActor actor) {
        this.rates = rates;
        this.actor = actor;
    }

    /** Latest first. */
    @GetMapping
    Slice<RateBody> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return rates.latest(Slice.limit(limit), Cursor.decode(after))
                .map(rate -> new RateBody(rate.day(), rate.currency(), Numbers.shortest(rate.rate())));
    }

    /** Adds rates, or replaces those of the same day and currency. For the owner. */
    @PutMapping
    Slice<RateBody> put(@RequestBody RatesBody body) {
        if (!actor.get().owner()) {
            throw new Forbidden("rates");
        }
        if (body.items() == null || body.items().isEmpty()) {
            throw new Refused("items", "purchase.refused.no-rates");
        }
        rates.put(body.items().stream().map(RateApi::complete).toList());
        return list(null, null);
    }

    private static DayRate complete(@Nullable RateBody rate) {
        if (rate == null || rate.day() == null || rate.currency() == null || rate.rate() == null) {
            throw new Refused("items", "purchase.refused.rate-parts");
        }
        return new DayRate(rate.day(), rate.currency(), rate.rate());
    }
}
