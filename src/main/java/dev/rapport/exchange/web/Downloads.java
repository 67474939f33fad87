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
    private static final int BUFFER = 1 << 16;

    private final ExportService exports;
    private final BusinessSettings business;

    Downloads(ExportService exports, BusinessSettings business) {
        this.exports = exports;
        this.business = business;
    }

    void send(String file, HttpServletResponse response) throws IOException {
        exports.requireOwner();
        String code = file.endsWith(CSV) ? file.substring(0, file.length() - CSV.length()) : "";
        Export what = Export.of(code).orElseThrow(() -> new NotFound("export", file));
        response.setBufferSize(BUFFER);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(code + "-" + business.today() + CSV)
                        .build()
                        .toString());
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        exports.csv(what, out);
        out.flush();
    }
}
