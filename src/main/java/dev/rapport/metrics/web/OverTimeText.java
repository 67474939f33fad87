package dev.rapport.metrics.web;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.overtime.Recomputed;
import dev.rapport.metrics.overtime.Snapshot;
import dev.rapport.platform.web.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What later entries made of a figure that was shown, in words. */
final class OverTimeText {

    private final Figures figures;
    private final GoalWords words;
    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    OverTimeText(Formats formats, MessageSource messages, Locale locale) {
        this.figures = new Figures(formats, messages, locale);
        this.words = new GoalWords(formats, messages, locale);
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    /** On 3 Nov this stood at 41.2 (n 120); entries of days up to then, made or changed since, make it 40.1 (n 124) today. */
    public String sentence(Recomputed row) {
        return messages.getMessage(
                "snapshots.sentence." + row.state(),
                new Object[] {
                    formats.date(row.snapshot().day()), standing(row.snapshot().shown()), standing(row.now())
                },
                locale);
    }

    /** +4.2 (−3 – +11.4): the change against the period before, with where the true one lies. */
    public String range(Tile tile) {
        Change change = tile.change();
        Interval interval = change == null ? null : change.interval();
        if (change == null || interval == null) {
            return "";
        }
        int digits = tile.figure().unit() == Unit.SCORE ? 2 : 1;
        return messages.getMessage(
                "metrics.change.range.said",
                new Object[] {
                    formats.signed(change.difference(), digits),
                    formats.signed(interval.low(), digits),
                    formats.signed(interval.high(), digits)
                },
                locale);
    }

    public String group(Snapshot snapshot) {
        return words.group(snapshot.group());
    }

    /** Which of the lifetime values a day showed: two of them can't be held against each other. Empty for other figures. */
    public String definition(Snapshot snapshot) {
        String formula = snapshot.shown().formula().key();
        return Stream.of("discounted", "predictive")
                .filter(name -> snapshot.metric().equals(Metric.CLV.code()) && formula.startsWith("metrics." + name))
                .map(name -> messages.getMessage("metrics.clv." + name, null, locale))
                .findFirst()
                .orElse("");
    }

    /** The place of the latest one that has changed; −1 where none has. */
    static int changedFirst(List<Recomputed> rows) {
        return rows.stream().map(Recomputed::changed).toList().indexOf(true);
    }

    private String standing(Figure figure) {
        String value = figure.value() == null || figure.reason() != null
                ? messages.getMessage("snapshots.unknown", null, locale)
                : figures.value(figure);
        return figure.n() == null
                ? value
                : messages.getMessage("snapshots.with-n", new Object[] {value, formats.number(figure.n())}, locale);
    }
}
