package dev.rapport.exchange.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.source.UnreadableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
    @TempDir
    Path folder;

    @Test
    void writesTheCellsOfASheetAsPeopleWould() throws IOException {
        Path file = SheetFile.write(folder.resolve("orders"), """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>金额</t></is></c></row>
                <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46349</v></c><c r="C3" s="2"><v>46349.586805555</v></c>\
                <c r="D3" s="3"><v>1234.5</v></c><c r="E3" t="b"><v>1</v></c></row>
                <row r="4"><c r="B4"><v>46349</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4"><v>4.9301234567E10</v></c>\
                <c r="E4"><f>1+1</f><v>2</v></c></row>""", "姓名", "Day &amp; date", " two\nlines ");
        assertThat(Conversion.of(file)).isEqualTo(Conversion.WORKBOOK);
        assertThat(rows(file))
                .containsExactly(
                        List.of("姓名", "Day & date", "", "金额"),
                        List.of(""),
                        List.of(" two\nlines ", "2026-11-23", "2026-11-23 14:05", "1234.5", "true"),
                        List.of("", "46349", "", "49301234567", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "14, , true",
        "22, , true",
        "31, , true",
        "0, General, false",
        "164, yyyy-mm-dd, true",
        "165, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true",
        "166, '#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]', false",
        "167, '0.00\"d\"', false",
        "168, '[h]:mm', true",
        "169, '_-* #,##0_-;\\-* #,##0_-', false",
        "170, '@', false"
    })
    void tellsDatesFromNumbersByTheirFormat(int id, String format, boolean date) {
        assertThat(SheetCell.isDate(id, format)).isEqualTo(date);
    }

    @Test
    void refusesWhatIsNoWorkbookOrADamagedOne() throws IOException {
        Path other = folder.resolve("letter.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertThatThrownBy(() -> rows(other)).isInstanceOf(UnreadableFile.class).hasMessageContaining("file.workbook");
        byte[] whole = Files.readAllBytes(SheetFile.write(folder.resolve("whole"), "<row r=\"1\"></row>"));
        Path half = Files.write(folder.resolve("half"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> rows(half)).isInstanceOf(UnreadableFile.class).hasMessageContaining("file.damaged");
        Path broken = SheetFile.write(folder.resolve("broken"), "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c>");
        assertThatThrownBy(() -> rows(broken))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("file.damaged");
        Path old = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        assertThatThrownBy(() -> Conversion.of(old)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void refusesABombBeforeItGoesOff() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            fill(zip, zeros, 200);
        }
        assertThatThrownBy(() -> rows(bomb)).isInstanceOf(UnreadableFile.class).hasMessageContaining("file.swollen");
    }

    private static void fill(OutputStream out, byte[] block, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(block);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 4.0", "UTF-16LE, 3.0", "GB18030, 3.0", "windows-1252, 2.1"})
    void readsCardsOfEveryVersionAndEncoding(String encoding, String version) throws IOException {
        String name = encoding.startsWith("w") ? "Zoë Müller" : "张三丰";
        String cards = """
                BEGIN:VCARD
                VERSION:%s
                FN:%s
                ORG:Acme\\; Söhne;Sales
                TITLE:Head
                EMAIL;TYPE=HOME:other@example.com
                EMAIL;TYPE=PREF,WORK:main@example.com
                TEL;TYPE=CELL:+49 170 1234567
                ADR;TYPE=HOME:;;Main Street 1;Köln;NRW;50667;Deutschland
                BDAY:1980-05-06
                URL:https://example.com
                NOTE:first\\nsecond
                CATEGORIES:vip,friends
                PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==
                END:VCARD
                BEGIN:VCARD
                VERSION:%s
                N:Lovelace;Ada;;;
                BDAY:1604-12-10
                END:VCARD
                """.formatted(version, name, version).replace("\n", "\r\n");
        Path file = Files.write(folder.resolve("cards.vcf"), cards.getBytes(Charset.forName(encoding)));
        assertThat(Conversion.of(file)).isEqualTo(Conversion.CARDS);
        List<List<String>> rows = rows(file);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .contains(
                        name,
                        "Acme; Söhne, Sales",
                        "Head",
                        "main@example.com\nother@example.com",
                        "'+49 170 1234567",
                        "Köln",
                        "Main Street 1, 50667, NRW",
                        "DE",
                        "1980-05-06",
                        "first\nsecond",
                        "vip,friends");
        assertThat(rows.get(2)).contains("Ada Lovelace").doesNotContain("1604-12-10");
    }

    @Test
    void readsQuotedPrintableCardsOfOldPhones() throws IOException {
        Path file = Files.writeString(folder.resolve("old.vcf"), """
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;
                TEL;CELL;PREF:13800138000
                END:VCARD
                """);
        assertThat(rows(file).get(1)).contains("张三", "13800138000");
    }

    private List<List<String>> rows(Path file) throws IOException {
        Path table = folder.resolve("table.csv");
        Conversion.of(file).toTable(file, table);
        var rows = new ArrayList<List<String>>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(Files.newBufferedReader(table))
                .setFormat(format)
                .get()) {
            for (CSVRecord row : parser) {
                rows.add(List.of(row.values()));
            }
        }
        return rows;
    }
}
