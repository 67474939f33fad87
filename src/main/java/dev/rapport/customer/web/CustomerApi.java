package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerRow;
import dev.rapport.customer.CustomerSearch;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.CustomerSort;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class CustomerApi {
    private final CustomerService customers;
    private final CustomerRecords records;
    private final CustomerSearch search;
    private final CustomerBodies bodies;
    private final BusinessSettings business;

    CustomerApi(
            CustomerService customers,
            CustomerRecords records,
            CustomerSearch search,
            CustomerBodies bodies,
            BusinessSettings business) {
        this.customers = customers;
        this.records = records;
        this.search = search;
        this.bodies = bodies;
        this.business = business;
    }

    /** By name; {@code query} finds parts of names, companies, e-mail addresses and phone numbers. */
    @GetMapping
    Slice<CustomerJson> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable LifecycleStage stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Slice<CustomerRow> rows = search.find(
                new CustomerFilter(query, stage, tag, archived),
                CustomerSort.NAME,
                false,
                Slice.limit(limit),
                Cursor.decode(after));
        List<Long> ids = rows.items().stream().map(CustomerRow::id).toList();
        return new Slice<>(records.get(ids).stream().map(CustomerJson::of).toList(), rows.next());
    }

    @PostMapping
    ResponseEntity<CustomerJson> create(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CustomerBody.class)))
                    @RequestBody
                    JsonNode json) {
        CustomerBody body = bodies.read(json);
        long id = customers
                .register(body.profile(business.today()), body.contacts(), body.stageOr(LifecycleStage.AWARENESS))
                .id();
        if (body.isArchived()) {
            customers.archive(id);
        }
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id)).body(get(id));
    }

    @GetMapping("/{id}")
    CustomerJson get(@PathVariable long id) {
        return CustomerJson.of(records.get(id));
    }

    /** Only the fields given change; null clears one. */
    @PatchMapping("/{id}")
    CustomerJson change(
            @PathVariable long id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CustomerBody.class)))
                    @RequestBody
                    JsonNode patch) {
        CustomerDetails customer = records.get(id);
        CustomerBody body = bodies.patched(customer, patch);
        customers.replace(
                id,
                customer.version(),
                body.profile(business.today()),
                body.contacts(),
                body.stageOr(LifecycleStage.AWARENESS),
                body.isArchived());
        return get(id);
    }

    /** With everything that happened with the customer; can be undone from the customer's history. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        customers.delete(id);
    }
}
