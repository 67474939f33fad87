package dev.rapport.purchase.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Slice;
import dev.rapport.purchase.PurchaseDetails;
import dev.rapport.purchase.PurchaseEntry;
import dev.rapport.purchase.PurchaseSearch;
import dev.rapport.purchase.PurchaseService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Purchases", description = "What customers bought and what went back to them")
class PurchaseApi {
    /**
     * {@code currency} missing is the base currency; {@code rate}, base units for one of the currency, is required where it
     * isn't the base and neither the day nor the seven before have a rate on file; {@code cost} is in the same currency; a
     * {@code product} is made if its name is new. A refund is a negative amount, with {@code refundOf} if its purchase is known.
     */
    record NewPurchase(
            @NotNull(message = "{purchase.refused.no-day}") @Nullable
            LocalDate purchasedOn,

            @NotNull(message = "{purchase.refused.no-amount}") @Nullable
            BigDecimal amount,

            @Nullable @Line String currency,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal cost,
            @Nullable @Line String product,
            @Nullable Long refundOf,
            @Nullable @Note String note) {

        PurchaseEntry entry(LocalDate day, BigDecimal value) {
            return new PurchaseEntry(day, value, currency, rate, cost, product, note);
        }
    }

    /** What is missing or null stays as it is; an empty text clears the product or the note. */
    record PurchaseChange(
            @Nullable Integer version,
            @Nullable LocalDate purchasedOn,
            @Nullable BigDecimal amount,
            @Nullable @Line String currency,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal cost,
            @Nullable @Line String product,
            @Nullable @Note String note) {

        PurchaseEntry over(PurchaseDetails stored) {
            String wanted = currency == null ? stored.currency() : currency.strip();
            boolean sameCurrency = wanted.equalsIgnoreCase(stored.currency());
            return new PurchaseEntry(
                    purchasedOn == null ? stored.purchasedOn() : purchasedOn,
                    amount == null ? stored.amount() : amount,
                    wanted,
                    rate == null && sameCurrency ? stored.rate() : rate,
                    cost == null ? stored.cost() : cost,
                    product == null ? stored.product() : product,
                    note == null ? stored.note() : note);
        }
    }

    private final PurchaseService purchases;
    private final PurchaseSearch search;
    private final CustomerRecords customers;

    PurchaseApi(PurchaseService purchases, PurchaseSearch search, CustomerRecords customers) {
        this.purchases = purchases;
        this.search = search;
        this.customers = customers;
    }

    @PostMapping("/customers/{customerId}/purchases")
    ResponseEntity<PurchaseBody> record(@PathVariable long customerId, @Valid @RequestBody NewPurchase body) {
        customers.require(customerId);
        PurchaseEntry entry = body.entry(required(body.purchasedOn()), required(body.amount()));
        long id = (body.refundOf() == null
                        ? purchases.record(customerId, entry)
                        : purchases.refund(customerId, body.refundOf(), entry))
                .id();
        return ResponseEntity.created(URI.create("/api/v1/purchases/" + id)).body(get(id));
    }

    @GetMapping("/customers/{customerId}/purchases")
    Slice<PurchaseBody> ofCustomer(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        customers.require(customerId);
        return search.ofCustomer(customerId, Slice.limit(limit), Cursor.decode(after))
                .map(PurchaseBody::of);
    }

    @GetMapping("/purchases/{id}")
    PurchaseBody get(@PathVariable long id) {
        return PurchaseBody.of(search.details(id));
    }

    @PatchMapping("/purchases/{id}")
    PurchaseBody change(@PathVariable long id, @Valid @RequestBody PurchaseChange body) {
        purchases.change(id, body.version(), body.over(search.details(id)));
        return get(id);
    }

    @DeleteMapping("/purchases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        purchases.delete(id);
    }

    private static <T> T required(@Nullable T validated) {
        return java.util.Objects.requireNonNull(validated);
    }
}
