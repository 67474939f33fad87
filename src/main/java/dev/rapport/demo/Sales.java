package dev.rapport.demo;

import dev.rapport.demo.Shelf.Item;
import dev.rapport.purchase.ProductKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invents what somebody bought. */
final class Sales {
    private final Chance chance;
    private final List<Item> items;
    private final LocalDate today;

    Sales(Chance chance, List<Item> items, LocalDate today) {
        this.chance = chance;
        this.items = items;
        this.today = today;
    }

    /** @param refunded the number of the sale that it takes back, among the same customer's; -1 for a purchase */
    record Sale(
            LocalDate day,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal cost,
            String product,
            int refunded) {}

    List<Sale> of(Person person, LocalDate since) {
        List<Sale> sales = new ArrayList<>();
        Habit habit = person.habit();
        String currency = currency(person);
        LocalDate day = since.plusDays(chance.between(0, 25));
        while (sales.size() < habit.most() && !day.isAfter(today)) {
            buy(sales, person, day, currency);
            if (chance.in(habit.leaves())) {
                break;
            }
            day = day.plusDays(chance.gap(season(day, habit.gap())));
        }
        return sales;
    }

    /** November and December bring gifts. */
    private int season(LocalDate day, int gap) {
        return day.getMonthValue() >= 10 ? gap * 2 / 3 : gap;
    }

    private void buy(List<Sale> sales, Person person, LocalDate day, @Nullable String currency) {
        Item item = chance.of(items, Item::weight);
        int pieces = person.isShop() ? chance.between(4, 14) : chance.in(0.08) ? 2 : 1;
        BigDecimal amount = item.price().multiply(BigDecimal.valueOf(pieces));
        if (person.isShop()) {
            amount = amount.multiply(new BigDecimal("0.7")).setScale(2, RoundingMode.HALF_UP);
        }
        BigDecimal cost = person.isShop() ? item.cost().multiply(BigDecimal.valueOf(pieces)) : null;
        int place = sales.size();
        sales.add(new Sale(day, in(currency, amount), currency, in(currency, cost), item.name(), -1));
        boolean more = item.kind() == ProductKind.BASE && !item.name().contains("workshop") && chance.in(0.12);
        if (more && !person.isShop()) {
            Item extra = chance.of(items.stream()
                    .filter(each -> each.kind() == ProductKind.VALUE_ADDED)
                    .toList());
            sales.add(new Sale(day, in(currency, extra.price()), currency, null, extra.name(), -1));
        }
        LocalDate back = day.plusDays(chance.between(3, 16));
        if (chance.in(0.035) && !back.isAfter(today)) {
            BigDecimal share = chance.in(0.6) ? BigDecimal.ONE : new BigDecimal("0.3");
            BigDecimal returned = in(currency, amount)
                    .multiply(share)
                    .setScale(2, RoundingMode.HALF_UP)
                    .negate();
            sales.add(new Sale(back, returned, currency, null, item.name(), place));
        }
    }

    /** A few pay in the money of their country. */
    private @Nullable String currency(Person person) {
        String own =
                switch (person.country()) {
                    case "GB" -> "GBP";
                    case "US" -> "USD";
                    case "CH" -> "CHF";
                    case "CN" -> "CNY";
                    default -> null;
                };
        return own != null && chance.in(0.22) ? own : null;
    }

    @SuppressWarnings("NullAway") // null in, null out
    private static BigDecimal in(@Nullable String currency, @Nullable BigDecimal euros) {
        if (currency == null || euros == null) {
            return euros;
        }
        BigDecimal rate = BigDecimal.valueOf(Shelf.CURRENCIES.get(currency));
        return euros.divide(rate, 0, RoundingMode.HALF_UP);
    }
}
