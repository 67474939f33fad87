package dev.rapport.exchange.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a file and settles all that a mapping leaves to be detected. */
public final class Inspection {
    /** How the name ends of a table that was made of a workbook or of cards: nobody needs to say how it is written. */
    public static final String CONVERTED = ".converted";

    private final Path file;
    private final ImportKind kind;
    private final Mapping wanted;
    private final Region region;

    private Inspection(Path file, ImportKind kind, Mapping wanted, Region region) {
        this.file = file;
        this.kind = kind;
        this.wanted = wanted;
        this.region = region;
    }

    public static FilePlan plan(Path file, ImportKind kind, Mapping wanted, Region region) throws IOException {
        return new Inspection(file, kind, wanted, region).plan();
    }

    private FilePlan plan() throws IOException {
        Dialect dialect = dialect();
        Sample sample = Sample.of(file, dialect);
        if (sample.rows().isEmpty()) {
            throw new UnreadableFile(Reason.of("file", "exchange.file.empty"));
        }
        boolean header = wanted.header() == null ? HeaderDetector.hasHeader(sample) : wanted.header();
        if (header) {
            dialect = dialect.withHeader(true);
            sample = sample.withFirstRowAsHeader();
            if (sample.rows().isEmpty()) {
                throw new UnreadableFile(Reason.of("file", "exchange.file.empty"));
            }
        }
        List<@Nullable Field> columns = columns(sample);
        var dates = new EnumMap<Field, DatePattern>(Field.class);
        boolean ambiguous = readDates(dialect, sample, columns, dates);
        boolean create = wanted.createCustomers() == null || wanted.createCustomers();
        return new FilePlan(kind, dialect, sample, columns, dates, ambiguous, decimal(sample, columns), create);
    }

    private Dialect dialect() throws IOException {
        if (file.toString().endsWith(CONVERTED)) {
            return new Dialect(StandardCharsets.UTF_8, Delimiter.COMMA, false);
        }
        String encoding = Mapping.given(wanted.encoding());
        Charset charset = encoding == null ? Encoding.detect(file) : Encoding.named(encoding);
        String symbol = Mapping.given(wanted.delimiter());
        Delimiter delimiter = symbol == null
                ? DialectDetector.delimiter(file, charset)
                : Delimiter.of(symbol)
                        .orElseThrow(
                                () -> new UnreadableFile(Reason.of("delimiter", "exchange.mapping.delimiter", symbol)));
        return new Dialect(charset, delimiter, false);
    }

    private List<@Nullable Field> columns(Sample sample) {
        List<@Nullable String> names = wanted.columns();
        if (names == null) {
            return Proposal.of(kind, sample);
        }
        var columns = new ArrayList<@Nullable Field>();
        var seen = new HashSet<Field>();
        for (String name : names) {
            Field field = name == null || name.isEmpty() ? null : named(name);
            if (field != null && !field.type().isList() && !seen.add(field)) {
                throw new UnreadableFile(Reason.of("columns", "exchange.mapping.twice", field.code()));
            }
            columns.add(field);
        }
        return columns;
    }

    private Field named(String name) {
        return Field.of(kind, name)
                .orElseThrow(() -> new UnreadableFile(Reason.of("columns", "exchange.mapping.unknown", name)));
    }

    /** Says whether a column's day and month could be either way round. */
    private boolean readDates(
            Dialect dialect, Sample sample, List<@Nullable Field> columns, Map<Field, DatePattern> dates)
            throws IOException {
        boolean ambiguous = false;
        String given = Mapping.given(wanted.dateFormat());
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i);
            if (field == null || !field.type().isDate()) {
                continue;
            }
            if (given != null) {
                dates.put(field, DatePattern.of(given));
                continue;
            }
            var detector = new DateDetector();
            sample.column(i).forEach(detector::accept);
            if (detector.isUndecided()) {
                detector.narrow();
                readOn(dialect, i, sample.rows().size(), detector);
            }
            ambiguous |= detector.isUndecided();
            dates.put(field, detector.best(region.monthFirst()).orElse(DatePattern.KNOWN.get(1)));
        }
        return ambiguous;
    }

    /** A file sorted by day may hold only days up to the 12th at its beginning. */
    private void readOn(Dialect dialect, int column, int skipped, DateDetector detector) throws IOException {
        try (TableReader table = TableReader.open(file, dialect)) {
            for (int i = 0; i < skipped; i++) {
                table.next();
            }
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                List<String> cells = row.get().cells();
                if (column < cells.size() && !cells.get(column).isBlank()) {
                    detector.accept(cells.get(column).strip());
                    if (!detector.isUndecided()) {
                        return;
                    }
                }
            }
        }
    }

    private DecimalSign decimal(Sample sample, List<@Nullable Field> columns) {
        String symbol = Mapping.given(wanted.decimal());
        if (symbol != null) {
            return DecimalSign.of(symbol)
                    .orElseThrow(() -> new UnreadableFile(Reason.of("decimal", "exchange.mapping.decimal", symbol)));
        }
        int evidence = 0;
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i);
            if (field != null && field.type().isNumber()) {
                evidence += sample.column(i).stream()
                        .mapToInt(DecimalSign::evidence)
                        .sum();
            }
        }
        return evidence < 0 ? DecimalSign.COMMA : DecimalSign.POINT;
    }
}
