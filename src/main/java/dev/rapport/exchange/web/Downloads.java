package dev.rapport.exchange.web;

import dev.rapport.exchange.export.Export;
import dev.rapport.exchange.export.ExportService;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends an export row by row, under a name that tells its day. */
@Component
class Downloads {
    private static final String CSV = ".csv";
    private static final String CARDS = "customers.vcf";
    private static final int BUFFER = 1 << 16;

    private final ExportService exports;
    private final BusinessSettings business;

    Downloads(ExportService exports, BusinessSettings business) {
        this.exports = exports;
        this.business = business;
    }

    void send(String file, HttpServletResponse response) throws IOException {
        exports.requireOwner();
        if (file.equals(CARDS)) {
            exports.cards(writer(response, "text/vcard", "customers", ".vcf"));
        } else {
            String code = file.endsWith(CSV) ? file.substring(0, file.length() - CSV.length()) : "";
            Export what = Export.of(code).orElseThrow(() -> new NotFound("export", file));
            exports.csv(what, writer(response, "text/csv", code, CSV));
        }
        response.flushBuffer();
    }

    private Writer writer(HttpServletResponse response, String type, String name, String ending) throws IOException {
        response.setBufferSize(BUFFER);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + business.today() + ending)
                        .build()
                        .toString());
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }
}
