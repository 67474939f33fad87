package dev.rapport.demo;

import dev.rapport.feedback.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invents how content somebody was, and what they said. */
final class Opinions {
    private final List<List<String>> comments = Lines.of("comments");
    private final Chance chance;
    private final LocalDate today;

    Opinions(Chance chance, LocalDate today) {
        this.chance = chance;
        this.today = today;
    }

    record Opinion(
            Survey survey,
            int score,
            LocalDate day,
            @Nullable String comment,
            @Nullable Integer expected) {}

    List<Opinion> of(Person person, List<Sales.Sale> sales) {
        List<Opinion> opinions = new ArrayList<>();
        int mood =
                chance.in(0.13) ? chance.between(2, 6) : chance.in(0.3) ? chance.between(7, 8) : chance.between(9, 10);
        LocalDate asked = LocalDate.MIN;
        for (Sales.Sale sale : sales) {
            int feeling = Math.max(0, Math.min(10, (sale.refunded() < 0 ? mood : mood - 3) + chance.between(-1, 1)));
            LocalDate day = sale.day().plusDays(chance.between(2, 12));
            if (day.isAfter(today)) {
                continue;
            }
            if (asked.isBefore(day.minusDays(150)) && chance.in(0.6)) {
                opinions.add(new Opinion(Survey.NPS, feeling, day, comment(person, feeling, opinions), null));
                asked = day;
            } else if (chance.in(0.11)) {
                opinions.add(new Opinion(
                        Survey.CSAT,
                        Math.max(1, (feeling + 1) / 2),
                        day,
                        null,
                        chance.in(0.7) ? chance.between(3, 5) : null));
            } else if (chance.in(0.09)) {
                opinions.add(new Opinion(Survey.CES, 1 + feeling * 6 / 10, day, null, null));
            }
        }
        return opinions;
    }

    private @Nullable String comment(Person person, int feeling, List<Opinion> before) {
        if (chance.in(0.45)) {
            return null;
        }
        List<String> fitting = comments.stream()
                .filter(line -> line.get(0).equals(person.language()))
                .filter(line -> Integer.parseInt(line.get(1)) <= feeling && feeling <= Integer.parseInt(line.get(2)))
                .map(line -> line.get(3))
                .filter(text -> before.stream().noneMatch(opinion -> text.equals(opinion.comment())))
                .toList();
        return fitting.isEmpty() ? null : chance.of(fitting);
    }
}
