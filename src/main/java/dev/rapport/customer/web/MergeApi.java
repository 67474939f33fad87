package dev.rapport.customer.web;

import dev.rapport.customer.CustomerMerge;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.Refused;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{id}/merge")
@Tag(name = "Customers")
class MergeApi {
    private final CustomerMerge merge;
    private final CustomerRecords records;

    MergeApi(CustomerMerge merge, CustomerRecords records) {
        this.merge = merge;
        this.records = records;
    }

    /**
     * @param other the customer who goes; everything that happened with them is with the one of the address then
     * @param take fields of the other that take the place of the kept one's; those it has none of come along anyway
     */
    record MergeBody(
            @NotNull(message = "{customer.refused.missing}") @Nullable
            Long other,

            @Nullable Set<@Nullable String> take) {}

    /** @param changeId to undo it by {@code POST /changes/{id}/undo}, within 30 days */
    record MergeAnswer(long changeId, CustomerJson customer) {}

    /** Makes one customer of two. */
    @PostMapping
    MergeAnswer merge(@PathVariable long id, @Valid @RequestBody MergeBody body) {
        Set<String> take = body.take() == null ? Set.of() : body.take();
        if (!CustomerMerge.CHOICES.containsAll(take)) {
            throw new Refused("take", "customer.merge.take", String.join(", ", CustomerMerge.CHOICES));
        }
        long change = merge.merge(id, Objects.requireNonNull(body.other()), take);
        return new MergeAnswer(change, CustomerJson.of(records.get(id)));
    }
}
