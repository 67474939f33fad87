package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same 500 customers, in each encoding and with each delimiter, without a word about either. */
class SameCustomersTest {
    private static final Region REGION = new Region(ZoneId.of("Europe/Berlin"), "DE");

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252")
                .flatMap(encoding -> Stream.of(Delimiter.values())
                        .flatMap(delimiter -> Stream.of(false, true)
                                .filter(marked -> !marked || encoding.startsWith("UTF"))
                                .map(marked -> Arguments.of(encoding, delimiter, marked))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void areReadAsTheSame(String encoding, Delimiter delimiter, boolean marked) throws IOException {
        List<List<String>> rows = SameCustomers.rows("Zoë Müller, “Søn”", "Málaga");
        assertThat(read(encoding, delimiter, marked, rows))
                .isEqualTo(read("UTF-8", Delimiter.COMMA, true, rows))
                .hasSize(500);
    }

    @Test
    void areReadAsTheSameInChinese() throws IOException {
        List<List<String>> rows = SameCustomers.rows("欧阳小明", "深圳市");
        List<Map<Field, Object>> expected = read("UTF-8", Delimiter.COMMA, true, rows);
        assertThat(expected.get(7))
                .containsEntry(Field.NAME, "欧阳小明 7")
                .containsEntry(Field.BIRTHDAY, LocalDate.of(1980, 8, 8))
                .containsEntry(Field.TAGS, List.of("vip", "7"))
                .containsEntry(Field.ABOUT, "Says \"yes\";\nthen, perhaps,\tno");
        for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
            for (Delimiter delimiter : Delimiter.values()) {
                assertThat(read(encoding, delimiter, false, rows)).isEqualTo(expected);
            }
        }
    }

    private List<Map<Field, Object>> read(
            String encoding, Delimiter delimiter, boolean marked, List<List<String>> customers) throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.write(file, SameCustomers.file(encoding, delimiter, marked, customers));
        FilePlan plan = Inspection.plan(file, ImportKind.CUSTOMERS, Mapping.DETECT_ALL, REGION);
        assertThat(plan.dialect()).isEqualTo(new Dialect(Charset.forName(encoding), delimiter, true));
        var reader = new RowReader(plan, REGION);
        var values = new ArrayList<Map<Field, Object>>();
        try (TableReader table = TableReader.open(file, plan.dialect())) {
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                values.add(((Outcome.Accepted) reader.read(row.get())).row().values());
            }
        }
        return values;
    }
}
