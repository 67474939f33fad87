package dev.rapport.exchange.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet, as spreadsheets save it; the rows are given as the XML that they are. */
public final class SheetFile {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private SheetFile() {}

    /** Cells may refer to the formats 0 (general), 1 (14, a date), 2 (yyyy"年"m"月"d"日" h:mm) and 3 (#,##0.00). */
    public static Path write(Path file, String rows, String... shared) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"%scontent-types\">".formatted(PACKAGE)
                            + type("workbook.xml", "sheet.main")
                            + type("worksheets/sheet1.xml", "worksheet")
                            + type("sharedStrings.xml", "sharedStrings")
                            + type("styles.xml", "styles")
                            + "</Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    relations("<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                            .formatted(OFFICE)));
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"客户\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                            .formatted(MAIN, OFFICE));
            entry(zip, "xl/_rels/workbook.xml.rels", relations("""
                            <Relationship Id="r1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>\
                            <Relationship Id="r2" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>\
                            <Relationship Id="r3" Type="%1$s/styles" Target="styles.xml"/>""".formatted(OFFICE)));
            entry(zip, "xl/styles.xml", """
                    <styleSheet xmlns="%s"><numFmts count="1">\
                    <numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm"/></numFmts>\
                    <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs>\
                    </styleSheet>""".formatted(MAIN));
            var strings = new StringBuilder("<sst xmlns=\"%s\">".formatted(MAIN));
            for (String text : shared) {
                strings.append("<si><t xml:space=\"preserve\">").append(text).append("</t></si>");
            }
            entry(zip, "xl/sharedStrings.xml", strings.append("</sst>").toString());
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
        }
        return file;
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                .formatted(part, type);
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, all);
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, HEAD);
        write(zip, content);
        zip.closeEntry();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
