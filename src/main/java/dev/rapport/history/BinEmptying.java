package dev.rapport.history;

import dev.rapport.platform.DeletedForGood;
import dev.rapport.platform.LoggedChange;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the rows of deleted things out of the log. That something was deleted, when and by whom stays; what it was doesn't,
 * and of a customer nothing that the log held of them.
 */
@Component
@Transactional
class BinEmptying {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BinEmptying(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    int empty(Collection<LoggedChange> deletions) {
        Map<String, List<Long>> byEntity = deletions.stream()
                .collect(Collectors.groupingBy(
                        LoggedChange::entity, Collectors.mapping(LoggedChange::entityId, Collectors.toList())));
        byEntity.forEach(this::empty);
        return deletions.size();
    }

    int emptyBefore(Instant oldest) {
        Map<String, List<Long>> byEntity = jdbc
                .sql("""
                        SELECT c.entity, c.entity_id FROM change_log c LEFT JOIN change_log u ON u.undoes = c.id
                        WHERE c.gone AND c.emptied_at IS NULL AND u.id IS NULL AND c.happened_at < :oldest""")
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(row.getString("entity"), row.getLong("entity_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        byEntity.forEach(this::empty);
        return byEntity.values().stream().mapToInt(List::size).sum();
    }

    private void empty(String entity, List<Long> ids) {
        boolean customers = entity.equals("customer-whole");
        jdbc.sql("""
                        UPDATE change_log SET before = NULL, after = NULL, words = NULL, emptied_at = :now
                        WHERE %s AND emptied_at IS NULL""".formatted(customers ? "customer_id = ANY(:ids)" : "entity = :entity AND entity_id = ANY(:ids)"))
                .param("entity", entity)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        events.publishEvent(new DeletedForGood(customers ? "customer" : entity, ids));
    }
}
