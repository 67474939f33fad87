package dev.rapport.demo;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody whom the studio knows. */
record Person(
        String language,
        String name,
        String city,
        String country,
        @Nullable String contact,
        Habit habit) {
    private static final List<String> SOURCES =
            List.of("Instagram", "Instagram", "Website", "Website", "Autumn fair", "Referral", "Walk-in", "Newsletter");
    private static final List<String> CHINESE_SOURCES = List.of("小红书", "小红书", "微信", "Autumn fair", "Referral");
    private static final List<String> TAGS =
            List.of("gift", "workshop", "left-handed", "press", "wedding", "colour lover");
    private static final List<String> NEEDS = List.of(
            "A bag that takes a 14-inch laptop and doesn’t look like one.",
            "Gifts for clients in December, ordered by October.",
            "Nothing with nickel: allergic.",
            "Wants to learn saddle stitch properly.",
            "Delivery before noon, the bell doesn’t work.",
            "想要轻一点的包，肩膀不好。");

    /** People first, then the shops among them. */
    static List<Person> all(Chance chance) {
        List<Person> people = new ArrayList<>();
        for (List<String> line : Lines.of("names")) {
            people.add(new Person(line.get(0), line.get(1), line.get(2), line.get(3), null, habit(chance)));
        }
        for (List<String> line : Lines.of("companies")) {
            people.add(new Person(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4), Habit.SHOP));
        }
        return people;
    }

    private static Habit habit(Chance chance) {
        return chance.of(List.of(Habit.LEAD, Habit.ONCE, Habit.NOW_AND_THEN, Habit.REGULAR), habit -> switch (habit) {
            case LEAD -> 15;
            case ONCE -> 22;
            case NOW_AND_THEN -> 36;
            default -> 27;
        });
    }

    boolean isShop() {
        return contact != null;
    }

    boolean isChinese() {
        return language.equals("zh");
    }

    CustomerProfile profile(Chance chance, LocalDate since) {
        List<String> tags = new ArrayList<>(chance.in(0.35) ? List.of(chance.of(TAGS)) : List.of());
        if (isShop()) {
            tags.add("wholesale");
        }
        return new CustomerProfile(
                isShop() ? CustomerKind.COMPANY : CustomerKind.PERSON,
                name,
                null,
                null,
                contact,
                chance.of(isChinese() && country.equals("CN") ? CHINESE_SOURCES : SOURCES),
                isChinese() ? "zh-CN" : language,
                country,
                city,
                null,
                isShop() ? "https://" + slug(chance) + ".example" : null,
                isShop() || chance.in(0.6)
                        ? null
                        : since.minusYears(chance.between(24, 61)).minusDays(chance.between(0, 364)),
                since,
                tags,
                chance.in(0.25) ? chance.of(NEEDS) : null,
                null);
    }

    Contacts contacts(Chance chance) {
        String phone =
                switch (country) {
                    case "IT" -> "+39 02 5550 %03d".formatted(chance.between(100, 999));
                    case "GB" -> "+44 20 7946 0%03d".formatted(chance.between(100, 999));
                    case "US", "CA" -> "+1 415 555 01%02d".formatted(chance.between(0, 99));
                    case "CN" -> "+86 138 0013 8%03d".formatted(chance.between(0, 999));
                    default -> null;
                };
        String email = isShop() ? "hello@" + slug(chance) + ".example" : slug(chance) + "@example.com";
        return Contacts.of(isChinese() && chance.in(0.4) ? null : email, chance.in(0.7) ? phone : null);
    }

    /** marta.bianchi; a Chinese name has no letters to take. */
    private String slug(Chance chance) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", "")
                .strip()
                .replace(' ', isShop() ? '-' : '.');
        return letters.isEmpty() ? (isShop() ? "shop" : "guest") + chance.between(1000, 9999) : letters;
    }
}
