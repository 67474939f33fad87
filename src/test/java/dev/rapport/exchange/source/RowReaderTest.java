package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    private static final Region REGION = new Region(ZoneId.of("Asia/Shanghai"), "CN");

    @TempDir
    Path folder;

    @Test
    void addsUpTheCdnowSample() throws IOException {
        List<Outcome> outcomes = read(RealFiles.named("CDNOW_sample.txt"), ImportKind.PURCHASES, Mapping.DETECT_ALL);
        Set<Object> customers = new HashSet<>();
        BigDecimal revenue = BigDecimal.ZERO;
        for (Outcome outcome : outcomes) {
            Map<Field, Object> values = ((Outcome.Accepted) outcome).row().values();
            customers.add(values.get(Field.EXTERNAL_ID));
            revenue = revenue.add((BigDecimal) values.get(Field.AMOUNT));
        }
        assertThat(outcomes).hasSize(6919);
        assertThat(customers).hasSize(2357);
        assertThat(revenue).isEqualByComparingTo("244091.94");
    }

    @Test
    void readsAllRfmOrders() throws IOException {
        List<Outcome> outcomes = read(RealFiles.named("rfm_data_orders.csv"), ImportKind.PURCHASES, Mapping.DETECT_ALL);
        assertThat(outcomes).hasSize(4906).allMatch(it -> it instanceof Outcome.Accepted);
        var first = ((Outcome.Accepted) outcomes.get(0)).row();
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.values())
                .containsEntry(Field.NAME, "Brion Stark")
                .containsEntry(Field.PURCHASED_ON, LocalDate.of(2004, 12, 20));
    }

    @Test
    void joinsNamesInTheOrderOfTheirLanguage() throws IOException {
        List<Outcome> outcomes = readText(
                ImportKind.CUSTOMERS, "first name,last name,email\n小明,王,w@a.cn\nAda,Lovelace,a@b.c\n,Solo,s@b.c\n");
        assertThat(outcomes)
                .extracting(it -> ((Outcome.Accepted) it).row().get(Field.NAME))
                .containsExactly("王小明", "Ada Lovelace", "Solo");
    }

    @Test
    void saysWhyARowStaysOut() throws IOException {
        List<Outcome> outcomes = readText(ImportKind.PURCHASES, """
                email,date,amount,currency
                a@b.de,2026-01-31,5,EUR
                a@b.de,2026-02-30,5,EUR
                a@b.de,2026-01-31,five,EUR
                a@b.de,2026-01-31,5,Euro
                ,2026-01-31,5,EUR
                no address,2026-01-31,5,EUR
                a@b.de,,5,EUR
                a@b.de,2026-01-31,5,EUR,more
                """);
        assertThat(outcomes.stream()
                        .skip(1)
                        .map(it -> ((Outcome.Rejected) it).reason().key()))
                .containsExactly(
                        "exchange.row.date",
                        "exchange.row.number",
                        "exchange.row.currency",
                        "exchange.row.customerless",
                        "exchange.row.email",
                        "exchange.row.missing",
                        "exchange.row.too-many-cells");
    }

    @Test
    void knowsTheLineOfEachRowAcrossLineBreaksAndEmptyLines() throws IOException {
        List<Outcome> outcomes = readText(
                ImportKind.CUSTOMERS, "name,notes\r\nAda,\"two\r\nlines\"\r\n\r\n,,,\r\nBob,\"say \"\"hi\"\"\"\r\n");
        assertThat(outcomes)
                .extracting(it -> ((Outcome.Accepted) it).row().line())
                .containsExactly(2L, 6L);
        assertThat(outcomes)
                .extracting(it -> ((Outcome.Accepted) it).row().get(Field.ABOUT))
                .containsExactly("two\nlines", "say \"hi\"");
    }

    private List<Outcome> readText(ImportKind kind, String text) throws IOException {
        return read(Files.writeString(folder.resolve("file.csv"), text), kind, Mapping.DETECT_ALL);
    }

    private static List<Outcome> read(Path file, ImportKind kind, Mapping mapping) throws IOException {
        FilePlan plan = Inspection.plan(file, kind, mapping, REGION);
        var reader = new RowReader(plan, REGION);
        var outcomes = new ArrayList<Outcome>();
        try (TableReader table = TableReader.open(file, plan.dialect())) {
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                outcomes.add(reader.read(row.get()));
            }
        }
        return outcomes;
    }
}
