package dev.rapport.metrics.web;

import dev.rapport.metrics.CohortTable;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the sentences of a figure into the reader's language. */
@Component
class Bodies {

    private final MessageSource messages;

    Bodies(MessageSource messages) {
        this.messages = messages;
    }

    FigureBody of(Figure figure, Locale locale) {
        return new FigureBody(
                figure.value(),
                figure.unit(),
                figure.currency(),
                figure.n(),
                figure.interval(),
                figure.standardError(),
                figure.period() == null ? null : figure.period().from(),
                figure.period() == null ? null : figure.period().to(),
                figure.asOf(),
                text(figure.formula(), locale),
                figure.inputs(),
                figure.reason() == null ? null : text(figure.reason(), locale));
    }

    CohortsBody of(CohortTable table, Locale locale) {
        return new CohortsBody(
                table.value().stream()
                        .map(cohort -> new CohortsBody.Row(cohort.month().toString(), cohort.size(), cohort.active()))
                        .toList(),
                Unit.COUNT,
                table.n(),
                table.period().from(),
                table.period().to(),
                table.asOf(),
                text(table.formula(), locale),
                Map.of("cohorts", table.value().size()));
    }

    String text(Text text, Locale locale) {
        return messages.getMessage(text.key(), text.arguments().toArray(), locale);
    }
}
