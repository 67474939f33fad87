package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.predictive.BuyerBook;
import dev.rapport.metrics.predictive.BuyerRow;
import dev.rapport.metrics.predictive.BuyerValues.BuyerValue;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.platform.BusinessSettings;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Every customer's purchases as the models see them, and what they expect of each: one JSON object a line. */
@RestController
class ClvCustomersApi {

    private final BuyerBook book;
    private final BusinessSettings business;
    private final Bodies bodies;
    private final JsonMapper json;

    ClvCustomersApi(BuyerBook book, BusinessSettings business, Bodies bodies, JsonMapper json) {
        this.book = book;
        this.business = business;
        this.bodies = bodies;
        this.json = json;
    }

    @Operation(
            summary = "One customer a line, as of a day",
            description =
                    "expectedPurchases and clv are of the horizon: horizonMonths of 4.345 weeks, else the years set for"
                            + " the business. clv is of revenue, discounted at the end of each month.")
    @GetMapping("/api/v1/metrics/clv/customers")
    void customers(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Integer horizonMonths,
            @RequestParam(required = false) @Nullable BigDecimal annualDiscountRate,
            @RequestParam(required = false) @Nullable String group,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Horizon horizon = Horizon.of(horizonMonths, annualDiscountRate, business);
        LocalDate day = asOf == null ? business.today() : asOf;
        CustomerGroup whom = CustomerGroup.of(group).on(day);
        response.setContentType("application/x-ndjson");
        OutputStream out = response.getOutputStream();
        try (JsonGenerator lines = json.writer().withRootValueSeparator("").createGenerator(out)) {
            book.read(day, whom, horizon, value -> write(lines, value, locale));
        }
    }

    private void write(JsonGenerator line, BuyerValue value, Locale locale) {
        BuyerRow buyer = value.buyer();
        line.writeStartObject();
        line.writeNumberProperty("id", buyer.id());
        line.writeStringProperty("externalId", buyer.externalId());
        line.writeNumberProperty("x", buyer.x());
        line.writeNumberProperty("tx", buyer.tx());
        line.writeNumberProperty("T", buyer.t());
        line.writeNumberProperty("m", buyer.m());
        number(line, "pAlive", value.alive());
        number(line, "expectedPurchases", value.expectedPurchases());
        number(line, "expectedValue", value.expectedValue());
        number(line, "clv", value.clv());
        if (value.reason() != null) {
            line.writeStringProperty("reason", bodies.text(value.reason(), locale));
        }
        line.writeEndObject();
        line.writeRaw('\n');
    }

    private static void number(JsonGenerator line, String name, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            line.writeNullProperty(name);
        } else {
            line.writeNumberProperty(name, value);
        }
    }
}
