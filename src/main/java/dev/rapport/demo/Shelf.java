package dev.rapport.demo;

import dev.rapport.purchase.DayRate;
import dev.rapport.purchase.ExchangeRates;
import dev.rapport.purchase.ProductEntry;
import dev.rapport.purchase.ProductKind;
import dev.rapport.purchase.ProductService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the studio sells, and what other currencies were worth in euros week by week. */
@Component
@Profile("demo")
class Shelf {
    static final Map<String, Double> CURRENCIES = Map.of("GBP", 1.17, "USD", 0.93, "CHF", 1.04, "CNY", 0.129);
    private final ProductService products;
    private final ExchangeRates rates;

    Shelf(ProductService products, ExchangeRates rates) {
        this.products = products;
        this.rates = rates;
    }

    record Item(String name, ProductKind kind, BigDecimal price, BigDecimal cost, int weight) {}

    List<Item> fill(Chance chance, LocalDate first, LocalDate today) {
        List<Item> items = Lines.of("products").stream()
                .map(line -> new Item(
                        line.get(0),
                        ProductKind.valueOf(line.get(1)),
                        new BigDecimal(line.get(2)),
                        new BigDecimal(line.get(3)),
                        Integer.parseInt(line.get(4))))
                .toList();
        items.forEach(item -> products.create(new ProductEntry(item.name(), item.kind(), item.price(), item.cost())));
        List<DayRate> table = new ArrayList<>();
        new TreeMap<>(CURRENCIES).forEach((currency, start) -> {
            double rate = start;
            for (LocalDate day = first.minusDays(7); !day.isAfter(today); day = day.plusDays(7)) {
                table.add(new DayRate(day, currency, BigDecimal.valueOf(rate).setScale(4, RoundingMode.HALF_UP)));
                rate = (rate + (start - rate) * 0.08) * chance.drift(0.004);
            }
        });
        rates.put(table);
        return items;
    }
}
