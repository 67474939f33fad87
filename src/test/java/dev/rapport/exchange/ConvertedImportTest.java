package dev.rapport.exchange;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.exchange.convert.SheetFile;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Workbooks and cards go the way of every other file, down to the rejected rows. */
@WebTest
class ConvertedImportTest {
    @TempDir
    Path folder;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void bringsInAWorkbookAndSendsItsBadRowsBackAsCsvToBeMended() throws IOException {
        Path file = SheetFile.write(
                folder.resolve("orders.xlsx"), """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
                <row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>46349</v></c><c r="C2" s="3"><v>12.5</v></c></row>
                <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4"><v>46350</v></c><c r="C4" t="inlineStr"><is><t>lots</t></is></c>\
                <c r="D4" t="inlineStr"><is><t>=SUM(1)</t></is></c></row>
                <row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5" s="1"><v>46350</v></c><c r="C5"><v>-3</v></c></row>""", "customer id", "order date", "amount", "note", "C1");
        Map<String, Object> result = new Imports(http).file("purchases", Files.readAllBytes(file), Map.of());
        assertThat(result).containsEntry("created", 2).containsEntry("rejected", 1);
        assertThat(jdbc.sql("SELECT purchased_on || ' ' || amount FROM purchase ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-23 12.5000", "2026-11-24 -3.0000");

        String rejected = new String(
                http.get()
                        .uri("/imports/" + result.get("id") + "/rejected.csv")
                        .with(owner())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(rejected).contains("C1,46350,lots,'=SUM(1),⚠ ");
        String mended = rejected.replace(",lots,", ",7,");
        assertThat(new Imports(http).text("purchases", mended)).containsEntry("created", 1);
        assertThat(jdbc.sql("SELECT note FROM purchase WHERE amount = 7")
                        .query(String.class)
                        .single())
                .isEqualTo("=SUM(1)");
    }

    @Test
    void namesTheRowsOfASheetAsTheSpreadsheetDoesHoweverManyLinesACellHas() throws IOException {
        Path file = SheetFile.write(
                folder.resolve("lines.xlsx"),
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
                <row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>46349</v></c><c r="C2"><v>12</v></c><c r="D2" t="s"><v>5</v></c></row>
                <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" s="1"><v>46350</v></c><c r="C4" t="s"><v>4</v></c><c r="D4" t="s"><v>5</v></c></row>
                <row r="7"><c r="A7" t="s"><v>4</v></c><c r="B7" s="1"><v>46350</v></c><c r="C7" t="s"><v>4</v></c></row>""",
                "customer id",
                "order date",
                "amount",
                "note",
                "C1",
                "one\ntwo\nthree");
        Map<String, Object> result = new Imports(http).file("purchases", Files.readAllBytes(file), Map.of());
        assertThat(result).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(JsonPath.<List<Integer>>read(result, "$.errors[*].line")).containsExactly(4, 7);
    }

    @Test
    void countsWhatItPassesOverApartAndSaysSoAfterwards() {
        String orders = """
                order id,email,date,amount,financial status
                1,ada@example.com,2026-01-02,5,paid
                2,ada@example.com,2026-01-02,6,voided
                3,ada@example.com,2026-01-02,7,pending
                """;
        Map<String, Object> result = new Imports(http).text("purchases", orders);
        assertThat(result)
                .containsEntry("rows", 1)
                .containsEntry("created", 1)
                .containsEntry("rejected", 0)
                .containsEntry("passedOver", 2);
        assertThat(http.get().uri("/imports/" + result.get("id")).with(owner()).exchange())
                .bodyText()
                .contains("Passed over: no sale");
    }

    @Test
    void takesTheReasonOfRejectedAnswersForNoComment() {
        String answers = "email,score,date\nada@example.com,11,2026-01-02\nbo@example.com,9,2026-01-02\n";
        Map<String, Object> result = new Imports(http).text("answers", answers);
        assertThat(result).containsEntry("rejected", 1);
        String mended = "email,score,date,reason\nada@example.com,10,2026-01-02,⚠ “11” 不是分数\n";
        assertThat(new Imports(http).text("answers", mended)).containsEntry("created", 1);
        assertThat(jdbc.sql("SELECT count(*) FROM answer WHERE comment IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void needsNoMappingForCards() {
        String cards = """
                BEGIN:VCARD
                VERSION:3.0
                UID:5f1c
                FN:Ada Lovelace
                EMAIL:ada@example.com
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                UID:5f1d
                FN:Nobody
                END:VCARD
                """;
        assertThat(new Imports(http).text("customers", cards)).containsEntry("created", 2);
        assertThat(new Imports(http).text("customers", cards.replace("Nobody", "Somebody")))
                .containsEntry("unchanged", 1)
                .containsEntry("updated", 1);
    }

    @Test
    void keepsExportsFromHelpers() {
        for (String path : new String[] {"/exports", "/exports/customers.csv", "/exports/customers.vcf"}) {
            assertThat(http.get().uri(path).with(Accounts.helper())).hasStatus(403);
            assertThat(http.get().uri(path).with(owner())).hasStatusOk();
        }
    }
}
