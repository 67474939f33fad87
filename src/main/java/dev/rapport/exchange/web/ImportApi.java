package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportService;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.platform.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Imports")
@RequestMapping("/api/v1/imports")
class ImportApi {
    private static final int ERRORS = 100;

    private final ImportService imports;
    private final JsonMapper json;
    private final MessageSource messages;
    private final CellWording wording;

    ImportApi(ImportService imports, JsonMapper json, MessageSource messages, CellWording wording) {
        this.imports = imports;
        this.json = json;
        this.messages = messages;
        this.wording = wording;
    }

    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")),
                                                @SchemaProperty(name = "kind", schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = "mapping",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description = "A Mapping as JSON text")),
                                                @SchemaProperty(name = "dryRun", schema = @Schema(type = "boolean"))
                                            })))
    @ApiResponse(responseCode = "202")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> begin(
            @Parameter(hidden = true) @RequestParam MultipartFile file,
            @Parameter(hidden = true) @RequestParam String kind,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String mapping,
            @Parameter(hidden = true) @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale)
            throws IOException {
        ImportKind what = ImportKind.of(kind).orElseThrow(() -> new Refused("kind", "exchange.refused.kind"));
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            ImportDetails begun = imports.begin(what, name == null ? "" : name, content, mapping(mapping), dryRun);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + begun.id()))
                    .body(answer(begun, locale));
        }
    }

    @GetMapping("/{id}")
    ImportAnswer show(@PathVariable long id, Locale locale) {
        return answer(imports.get(id), locale);
    }

    @DeleteMapping("/{id}")
    ImportAnswer undo(@PathVariable long id, Locale locale) {
        return answer(imports.undo(id), locale);
    }

    private Mapping mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Mapping.DETECT_ALL;
        }
        try {
            return json.readValue(text, Mapping.class);
        } catch (JacksonException e) {
            throw new Refused("mapping", "platform.refused.json");
        }
    }

    private ImportAnswer answer(ImportDetails details, Locale locale) {
        List<ImportAnswer.RowError> errors = imports.rejected(details.id(), ERRORS).stream()
                .map(it -> new ImportAnswer.RowError(it.line(), it.reason().field(), wording.said(it.reason(), locale)))
                .toList();
        String failure = details.failureKey() == null
                ? null
                : messages.getMessage(
                        details.failureKey(), details.failureArgs().toArray(), locale);
        ImportAnswer.Undone undone =
                imports.undone(details).map(ImportAnswer.Undone::of).orElse(null);
        return ImportAnswer.of(details, errors, imports.howFar(details.id()).orElse(null), undone, failure);
    }
}
