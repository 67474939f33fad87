package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.PreviewRow;
import dev.rapport.exchange.Previews;
import dev.rapport.exchange.source.DatePattern;
import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Inspection;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.exchange.source.Reason;
import dev.rapport.platform.web.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the mapping page draws itself from. */
@Component
class MappingPage {
    private static final int ROWS = 8;
    private static final int SAMPLES = 3;
    private static final String POINT = "1,234.56";
    private static final String COMMA = "1.234,56";
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GB18030", "windows-1252", "UTF-16LE", "UTF-16BE", "Big5", "Shift_JIS", "ISO-8859-2");

    /** A column of the file: its heading if it has one, what stands in it, and the field it is taken for. */
    record Column(
            int number,
            @Nullable String heading,
            List<String> samples,
            @Nullable String field) {}

    /** A row as it will be stored, a text for each field, or why it stays out. */
    record StoredRow(
            long line, List<String> cells, @Nullable String reason) {}

    private final Previews previews;
    private final MessageSource messages;
    private final CellWording wording;

    MappingPage(Previews previews, MessageSource messages, CellWording wording) {
        this.previews = previews;
        this.messages = messages;
        this.wording = wording;
    }

    void fill(Model model, ImportDetails draft, FilePlan plan, Locale locale) {
        List<Field> shown = Field.of(plan.kind()).stream()
                .filter(it -> isShown(it, plan) && it.isStored() || isNameOfTwo(it, plan))
                .toList();
        model.addAttribute("draft", draft);
        model.addAttribute("plan", plan);
        model.addAttribute("converted", draft.storedAs().endsWith(Inspection.CONVERTED));
        model.addAttribute("columns", columns(plan));
        model.addAttribute("fields", shown.stream().map(it -> label(it, locale)).toList());
        model.addAttribute(
                "rows",
                previews.first(plan, ROWS).stream()
                        .map(it -> stored(it, shown, locale))
                        .toList());
        model.addAttribute(
                "missing", plan.missing().stream().map(it -> said(it, locale)).toList());
        choices(model, plan, locale);
    }

    private static boolean isShown(Field field, FilePlan plan) {
        return plan.fields().contains(field) || plan.has(field) && (field == Field.EMAIL || field == Field.PHONE);
    }

    private static boolean isNameOfTwo(Field field, FilePlan plan) {
        return field == Field.NAME && (plan.has(Field.FIRST_NAME) || plan.has(Field.LAST_NAME));
    }

    private static List<Column> columns(FilePlan plan) {
        var columns = new ArrayList<Column>();
        int width = Math.max(plan.sample().width(), plan.columns().size());
        for (int i = 0; i < width; i++) {
            List<String> header = plan.sample().header();
            Field field = i < plan.columns().size() ? plan.columns().get(i) : null;
            columns.add(new Column(
                    i + 1,
                    i < header.size() && !header.get(i).isBlank() ? header.get(i) : null,
                    plan.sample().column(i).stream().distinct().limit(SAMPLES).toList(),
                    field == null ? null : field.code()));
        }
        return columns;
    }

    private StoredRow stored(PreviewRow row, List<Field> shown, Locale locale) {
        Reason reason = row.reason();
        if (reason != null) {
            return new StoredRow(row.line(), List.of(), said(reason, locale));
        }
        return new StoredRow(
                row.line(),
                shown.stream().map(it -> wording.of(it, row.values(), locale)).toList(),
                null);
    }

    private void choices(Model model, FilePlan plan, Locale locale) {
        model.addAttribute(
                "kinds",
                Arrays.stream(ImportKind.values())
                        .map(it -> choice(it.code(), "exchange.kind." + it.code(), locale))
                        .toList());
        model.addAttribute(
                "fieldChoices",
                Field.of(plan.kind()).stream()
                        .map(it -> new Choice(it.code(), label(it, locale)))
                        .toList());
        model.addAttribute(
                "delimiters",
                List.of(
                        choice(",", "exchange.delimiter.comma", locale),
                        choice(";", "exchange.delimiter.semicolon", locale),
                        choice("\t", "exchange.delimiter.tab", locale),
                        choice("blanks", "exchange.delimiter.blanks", locale)));
        model.addAttribute(
                "headers",
                List.of(choice("true", "exchange.header.yes", locale), choice("false", "exchange.header.no", locale)));
        model.addAttribute("encodings", encodings(plan));
        Mapping settled = plan.toMapping();
        model.addAttribute("dateFormats", dateFormats(settled, locale));
        model.addAttribute(
                "decimals",
                List.of(
                        detected(".".equals(settled.decimal()) ? POINT : COMMA, locale),
                        new Choice(".", POINT),
                        new Choice(",", COMMA)));
    }

    private static List<Choice> encodings(FilePlan plan) {
        return Stream.concat(Stream.of(plan.dialect().charset().name()), ENCODINGS.stream())
                .distinct()
                .map(it -> new Choice(it, it))
                .toList();
    }

    private List<Choice> dateFormats(Mapping settled, Locale locale) {
        var choices = new ArrayList<Choice>();
        choices.add(
                Mapping.AUTO.equals(settled.dateFormat())
                        ? choice(Mapping.AUTO, "exchange.detected.none", locale)
                        : detected(String.valueOf(settled.dateFormat()), locale));
        DatePattern.known().forEach(it -> choices.add(new Choice(it, it)));
        return choices;
    }

    private Choice detected(String value, Locale locale) {
        return new Choice(Mapping.AUTO, messages.getMessage("exchange.detected", new Object[] {value}, locale));
    }

    private Choice choice(String value, String key, Locale locale) {
        return new Choice(value, messages.getMessage(key, null, locale));
    }

    private String label(Field field, Locale locale) {
        return messages.getMessage("exchange.field." + field.code(), null, locale);
    }

    private String said(Reason reason, Locale locale) {
        return wording.said(reason, locale);
    }
}
