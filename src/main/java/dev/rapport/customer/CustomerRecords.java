package dev.rapport.customer;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads customers whole: one statement, however many. */
@Component
@Reading
public class CustomerRecords {
    private static final String SELECT = """
            SELECT c.*, s.*,
              ARRAY(SELECT value FROM contact_point p WHERE p.customer_id = c.id AND kind = 'EMAIL' ORDER BY position) AS emails,
              ARRAY(SELECT value FROM contact_point p WHERE p.customer_id = c.id AND kind = 'PHONE' ORDER BY position) AS phones
            FROM customer c JOIN customer_summary s ON s.customer_id = c.id
            """;
    private final JdbcClient jdbc;

    CustomerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is none */
    public CustomerDetails get(long id) {
        return find(id).orElseThrow(() -> new NotFound("customer", id));
    }

    public Optional<CustomerDetails> find(long id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", id)
                .query((row, number) -> details(row))
                .optional();
    }

    /** In the order of the ids; one that does not exist is left out. */
    public List<CustomerDetails> get(Collection<Long> ids) {
        Map<Long, CustomerDetails> byId = jdbc
                .sql(SELECT + "WHERE c.id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> details(row))
                .stream()
                .collect(Collectors.toMap(CustomerDetails::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** By id; one that does not exist is left out. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM customer WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }

    /** @throws NotFound when there is no such customer */
    public void require(long id) {
        jdbc.sql("SELECT 1 FROM customer WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("customer", id));
    }

    private static CustomerDetails details(ResultSet row) throws SQLException {
        CustomerProfile profile = new CustomerProfile(
                CustomerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("external_id"),
                row.getString("company"),
                row.getString("role"),
                row.getString("source"),
                row.getString("language"),
                row.getString("country"),
                row.getString("city"),
                row.getString("address"),
                row.getString("website"),
                row.getObject("birthday", LocalDate.class),
                row.getObject("acquired_on", LocalDate.class),
                texts(row, "tags"),
                row.getString("needs"),
                row.getString("about"));
        return new CustomerDetails(
                row.getLong("id"),
                row.getInt("version"),
                profile,
                new Contacts(texts(row, "emails"), texts(row, "phones")),
                LifecycleStage.valueOf(row.getString("stage")),
                Objects.requireNonNull(moment(row, "created_at")),
                moment(row, "archived_at"),
                summary(row));
    }

    private static CustomerDetails.Summary summary(ResultSet row) throws SQLException {
        return new CustomerDetails.Summary(
                row.getObject("first_purchase_on", LocalDate.class),
                row.getObject("last_purchase_on", LocalDate.class),
                row.getInt("purchases"),
                row.getBigDecimal("revenue"),
                row.getInt("interactions"),
                moment(row, "first_contact_at"),
                moment(row, "last_contact_at"),
                row.getString("last_survey"),
                row.getObject("last_score", Integer.class),
                row.getObject("last_answered_on", LocalDate.class),
                row.getObject("next_task_id", Long.class),
                row.getString("next_task_title"),
                row.getObject("next_task_on", LocalDate.class));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
