package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.exchange.source.Sample;
import dev.rapport.exchange.source.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how files were mapped, the latest of each shape. */
@Component
@Transactional
class KeptMappings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    KeptMappings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<KeptMapping> find(ImportKind kind, Sample sample) {
        return jdbc.sql("SELECT file_name, kept_at, mapping FROM kept_mapping WHERE kind = :kind AND shape = :shape")
                .param("kind", kind.name())
                .param("shape", shape(sample))
                .query((row, n) -> new KeptMapping(
                        row.getString("file_name"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("mapping"), Mapping.class)))
                .optional();
    }

    /** @param chosen as the founder left it: what was to be detected is detected the next time too */
    void keep(FilePlan plan, Mapping chosen, String fileName) {
        Mapping all = plan.toMapping();
        var kept = new Mapping(
                null, null, null, chosen.dateFormat(), chosen.decimal(), all.columns(), all.createCustomers());
        jdbc.sql("""
                        INSERT INTO kept_mapping (kind, shape, file_name, mapping, kept_at)
                        VALUES (:kind, :shape, :fileName, CAST(:mapping AS jsonb), :now)
                        ON CONFLICT (kind, shape) DO UPDATE SET file_name = excluded.file_name, mapping = excluded.mapping,
                          kept_at = excluded.kept_at""")
                .param("kind", plan.kind().name())
                .param("shape", shape(plan.sample()))
                .param("fileName", fileName)
                .param("mapping", json.writeValueAsString(kept))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(ImportKind kind, Sample sample) {
        jdbc.sql("DELETE FROM kept_mapping WHERE kind = :kind AND shape = :shape")
                .param("kind", kind.name())
                .param("shape", shape(sample))
                .update();
    }

    /** Whether a file is read as that mapping says. */
    static boolean isUsed(KeptMapping kept, FilePlan plan) {
        return Objects.equals(kept.mapping().columns(), plan.toMapping().columns());
    }

    /** Files may have hundreds of long headings. */
    private static String shape(Sample sample) {
        try {
            byte[] text = Shape.of(sample).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
