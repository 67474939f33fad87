package dev.rapport.purchase.web;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Line;
import dev.rapport.platform.Slice;
import dev.rapport.purchase.ProductEntry;
import dev.rapport.purchase.ProductKind;
import dev.rapport.purchase.ProductRow;
import dev.rapport.purchase.ProductSearch;
import dev.rapport.purchase.ProductService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "Products", description = "What the business sells; price and cost in the base currency")
class ProductApi {
    record NewProduct(
            @NotBlank(message = "{purchase.refused.product-name}") @Nullable @Line
            String name,

            @Nullable ProductKind kind,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost) {}

    /** {@code revenue} is net of refunds; {@code margin} is null without sales. */
    record ProductBody(
            long id,
            String name,
            ProductKind kind,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost,
            boolean archived,
            int purchases,
            BigDecimal revenue,
            @Nullable BigDecimal margin) {

        static ProductBody of(ProductRow row) {
            return new ProductBody(
                    row.id(),
                    row.name(),
                    row.kind(),
                    shortest(row.price()),
                    shortest(row.cost()),
                    row.isArchived(),
                    row.purchases(),
                    Numbers.shortest(row.revenue()),
                    shortest(row.margin()));
        }

        private static @Nullable BigDecimal shortest(@Nullable BigDecimal value) {
            return value == null ? null : Numbers.shortest(value);
        }
    }

    private final ProductService products;
    private final ProductSearch search;

    ProductApi(ProductService products, ProductSearch search) {
        this.products = products;
        this.search = search;
    }

    @PostMapping
    ResponseEntity<ProductBody> create(@Valid @RequestBody NewProduct body) {
        ProductEntry entry = new ProductEntry(
                body.name() == null ? "" : body.name(),
                body.kind() == null ? ProductKind.BASE : body.kind(),
                body.price(),
                body.cost());
        long id = products.create(entry).id();
        return ResponseEntity.created(URI.create("/api/v1/products/" + id)).body(get(id));
    }

    /** By name; those archived only with {@code archived=true}. */
    @GetMapping
    Slice<ProductBody> list(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return search.list(archived, Slice.limit(limit), Cursor.decode(after)).map(ProductBody::of);
    }

    @GetMapping("/{id}")
    ProductBody get(@PathVariable long id) {
        return ProductBody.of(search.details(id));
    }
}
