package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionDetails;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.InteractionSearch;
import dev.rapport.interaction.InteractionService;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.interaction.NextStep;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
@Tag(name = "Interactions", description = "Calls, mails, meetings, chats, social messages, events and notes")
class InteractionApi {
    /** A follow-up to be planned with it. */
    record NextStepBody(
            @NotNull(message = "{interaction.refused.no-next-title}") @Nullable @Line
            String title,

            @NotNull(message = "{interaction.refused.no-next-day}") @Nullable
            LocalDate dueOn) {}

    record InteractionBody(
            @NotNull(message = "{interaction.refused.no-kind}") @Nullable
            InteractionKind kind,

            @NotNull(message = "{interaction.refused.no-when}")
            @Schema(format = "date-time", description = "A day or a time without an offset is the founder's")
            @Nullable
            String occurredAt,

            @Nullable Direction direction,
            @Nullable @Line String subject,
            @Nullable @Note String body,
            @Nullable @Line String purpose,
            @Nullable @Line String outcome,
            @Nullable @Valid NextStepBody nextStep) {}

    /** What is missing or null stays as it is; an empty text empties the field. */
    record InteractionChange(
            @Nullable InteractionKind kind,
            @Schema(format = "date-time") @Nullable String occurredAt,
            @Nullable Direction direction,
            @Nullable @Line String subject,
            @Nullable @Note String body,
            @Nullable @Line String purpose,
            @Nullable @Line String outcome,
            @Nullable Integer version) {}

    private final InteractionService interactions;
    private final InteractionSearch search;
    private final CustomerRecords customers;
    private final BusinessSettings business;

    InteractionApi(
            InteractionService interactions,
            InteractionSearch search,
            CustomerRecords customers,
            BusinessSettings business) {
        this.interactions = interactions;
        this.search = search;
        this.customers = customers;
        this.business = business;
    }

    @PostMapping("/customers/{customerId}/interactions")
    ResponseEntity<InteractionDetails> log(@PathVariable long customerId, @Valid @RequestBody InteractionBody body) {
        if (body.kind() == null || body.occurredAt() == null) {
            throw new Refused("kind", "interaction.refused.no-kind");
        }
        WhatHappened what = new WhatHappened(
                body.kind(),
                body.direction() == null ? Direction.NONE : body.direction(),
                Moments.parse(body.occurredAt(), business.zone()),
                body.subject(),
                body.body(),
                body.purpose(),
                body.outcome());
        long id = interactions
                .log(customerId, new NewInteraction(what, next(body.nextStep()), null))
                .id();
        return ResponseEntity.created(URI.create("/api/v1/interactions/" + id)).body(search.get(id));
    }

    @GetMapping("/customers/{customerId}/interactions")
    Slice<InteractionDetails> ofCustomer(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        customers.require(customerId);
        return search.ofCustomer(customerId, Slice.limit(limit), Cursor.decode(after));
    }

    @GetMapping("/interactions/{id}")
    InteractionDetails get(@PathVariable long id) {
        return search.get(id);
    }

    @PatchMapping("/interactions/{id}")
    InteractionDetails change(@PathVariable long id, @Valid @RequestBody InteractionChange body) {
        WhatHappened now = search.get(id).what();
        WhatHappened then = new WhatHappened(
                body.kind() == null ? now.kind() : body.kind(),
                body.direction() == null ? now.direction() : body.direction(),
                body.occurredAt() == null ? now.occurredAt() : Moments.parse(body.occurredAt(), business.zone()),
                body.subject() == null ? now.subject() : body.subject(),
                body.body() == null ? now.body() : body.body(),
                body.purpose() == null ? now.purpose() : body.purpose(),
                body.outcome() == null ? now.outcome() : body.outcome());
        interactions.edit(id, body.version(), then);
        return search.get(id);
    }

    @DeleteMapping("/interactions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        interactions.delete(id);
    }

    private static @Nullable NextStep next(@Nullable NextStepBody next) {
        if (next == null || next.title() == null || next.dueOn() == null) {
            return null;
        }
        return new NextStep(next.title(), next.dueOn());
    }
}
