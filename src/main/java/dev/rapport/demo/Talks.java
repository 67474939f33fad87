package dev.rapport.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Invents what was talked about, in the founder's notes. */
final class Talks {
    private final List<List<String>> notes = Lines.of("notes");
    private final Chance chance;
    private final LocalDate today;
    private final ZoneId zone;

    Talks(Chance chance, LocalDate today, ZoneId zone) {
        this.chance = chance;
        this.today = today;
        this.zone = zone;
    }

    /** Cells of {@code notes.txt} from the kind on. */
    record Talk(Instant at, List<String> note) {}

    List<Talk> of(Person person, LocalDate since, List<Sales.Sale> sales) {
        List<Talk> talks = new ArrayList<>();
        add(talks, person, "first", since);
        String order = person.isShop() ? "deal" : "order";
        LocalDate last = since;
        for (Sales.Sale sale : sales) {
            if (sale.refunded() < 0 && sale.day().isAfter(last)) {
                if (chance.in(0.42)) {
                    add(talks, person, order, sale.day().minusDays(chance.between(0, 3)));
                }
                if (chance.in(0.3)) {
                    add(talks, person, "care", sale.day().plusDays(chance.between(12, 60)));
                }
                last = sale.day();
            }
        }
        for (LocalDate day = last.plusDays(chance.between(60, 120)); !day.isAfter(today) && chance.in(0.6); ) {
            add(talks, person, "quiet", day);
            day = day.plusDays(chance.between(70, 160));
        }
        return talks;
    }

    private void add(List<Talk> talks, Person person, String when, LocalDate day) {
        List<List<String>> fitting = notes.stream()
                .filter(note -> note.get(1).equals(when))
                .filter(note ->
                        talks.stream().noneMatch(told -> told.note().get(2).equals(note.get(4))))
                .filter(note -> note.get(0).equals(person.language())
                        || (!person.isChinese() && note.get(0).equals("en")))
                .toList();
        if (fitting.isEmpty() || !day.isBefore(today)) {
            return;
        }
        Instant at = day.atTime(chance.between(9, 18), 5 * chance.between(0, 11))
                .atZone(zone)
                .toInstant();
        talks.add(new Talk(at, chance.of(fitting).subList(2, 7)));
    }
}
