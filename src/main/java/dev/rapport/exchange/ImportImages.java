package dev.rapport.exchange;

import dev.rapport.platform.DeletedForGood;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports keep of records that they changed goes with records that are deleted for good. */
@Component
class ImportImages {
    private final JdbcClient jdbc;

    ImportImages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DeletedForGood deleted) {
        jdbc.sql("DELETE FROM import_image WHERE entity = :entity AND record_id = ANY(:ids)")
                .param("entity", deleted.entity())
                .param("ids", deleted.entityIds().toArray(Long[]::new))
                .update();
    }
}
