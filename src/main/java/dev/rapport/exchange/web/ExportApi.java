package dev.rapport.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Exports")
@RequestMapping("/api/v1/exports")
class ExportApi {
    private final Downloads downloads;

    ExportApi(Downloads downloads) {
        this.downloads = downloads;
    }

    @Operation(
            summary = "All rows of a kind as a file",
            description =
                    "CSV in UTF-8 whose columns an import maps back by itself, customers as vCard 4.0 too. For owners.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "text/vcard", schema = @Schema(type = "string"))
            })
    @GetMapping("/{file}")
    void file(@Parameter(example = "customers.csv") @PathVariable String file, HttpServletResponse response)
            throws IOException {
        downloads.send(file, response);
    }
}
