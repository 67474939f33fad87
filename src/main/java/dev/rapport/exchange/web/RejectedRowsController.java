package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportService;
import dev.rapport.exchange.RejectedFile;
import dev.rapport.platform.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows that stayed out, as a file. */
@Controller
class RejectedRowsController {
    private final ImportService imports;
    private final RejectedFile file;
    private final MessageSource messages;
    private final CellWording wording;

    RejectedRowsController(ImportService imports, RejectedFile file, MessageSource messages, CellWording wording) {
        this.imports = imports;
        this.file = file;
        this.messages = messages;
        this.wording = wording;
    }

    @GetMapping("/imports/{id}/rejected.csv")
    void download(@PathVariable long id, HttpServletResponse response, Locale locale) throws IOException {
        ImportDetails details = imports.get(id);
        if (!file.isThere(details)) {
            throw new NotFound("upload of import", id);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rejected-" + id + ".csv")
                        .build()
                        .toString());
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // Spreadsheets take a file without this mark for their own old encoding.
        out.write('\uFEFF');
        file.write(
                details,
                out,
                messages.getMessage("exchange.rejected.column", null, locale),
                reason -> wording.said(reason, locale));
        out.flush();
    }
}
