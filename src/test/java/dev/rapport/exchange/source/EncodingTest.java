package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '姓名,金额\n张三,12'",
        "UTF-16LE, 'name,amount\nJosé,12'",
        "UTF-16BE, 'name,amount\nJosé,12'",
        "UTF-16LE, '姓名,公司,备注\n王一,深圳市贸易有限公司,他是一位重要的客户一直很满意\n'",
        "UTF-16BE, '姓名,公司,备注\n王一,深圳市贸易有限公司,他是一位重要的客户一直很满意\n'",
        "GB18030, 'name,city\nJosé Ñandú,Málaga\nMüller,Köln\nØrsted,Århus\n张三,深圳'",
        "GB18030, '姓名,公司,金额\n张三,深圳市贸易有限公司,12\nJohn,Acme,13'",
        "windows-1252, 'name,city\nJosé,Málaga\nMüller,Köln\nZoë – “the” one,€'",
        "UTF-8, 'plain,ascii\n1,2'"
    })
    void tellsTheEncodingOfAFileWithoutAMark(String charset, String text) throws IOException {
        Path file = written(text.getBytes(charset));
        assertThat(Encoding.detect(file)).isEqualTo(Charset.forName(charset));
        assertThat(read(file)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void dropsTheByteOrderMark(String charset) throws IOException {
        Path file = written("\uFEFF姓名,公司".getBytes(charset));
        assertThat(Encoding.detect(file)).isEqualTo(Charset.forName(charset));
        assertThat(read(file)).isEqualTo("姓名,公司");
    }

    @Test
    void seesAnAccentThatComesLate() throws IOException {
        String text = "name,city\n" + "Smith,London\n".repeat(20_000) + "Müller,Köln\n";
        assertThat(Encoding.detect(written(text.getBytes("windows-1252"))).name())
                .isEqualTo("windows-1252");
    }

    @Test
    void keepsToUtf8WhenAFewBytesAreBroken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("张三,深圳市贸易有限公司\n".repeat(10).getBytes("UTF-8"));
        bytes.write(0xFF);
        assertThat(Encoding.detect(written(bytes.toByteArray())).name()).isEqualTo("UTF-8");
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.csv"), bytes);
    }

    private static String read(Path file) throws IOException {
        var text = new StringWriter();
        try (Reader reader = Encoding.open(file, Encoding.detect(file))) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
