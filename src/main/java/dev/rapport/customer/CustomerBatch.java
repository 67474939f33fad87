package dev.rapport.customer;

import dev.rapport.platform.BusinessSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The import's door: customers by set-based SQL from a staging table, equal to what {@link CustomerService} stores. Whoever fills
 * the table makes a {@link CustomerProfile} and {@link Contacts} of each row first (they clean it and refuse what can't be) and
 * computes {@code sort_key} by {@link SortKey}, {@code email_normalized} by {@link Contacts#normalizedEmail} and {@code
 * phone_normalized} by {@link PhoneNumbers}. Nothing is written to the change log: an import is undone as a whole.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerBatch {
    /**
     * The columns that a staging table must have, with one row a customer; it may have more. For a new customer all but {@code
     * name} and {@code sort_key} may be null, for a known one all but {@code customer_id}. {@code customer_id} is written by {@link #insert} where {@link CustomerMatch} hasn't
     * yet, and read by {@link #update}.
     */
    public static final String COLUMNS = """
            customer_id bigint, name text, sort_key bytea, external_id text, email text, email_normalized text, phone text,
            phone_normalized text, company text, role text, source text, stage text, language text, country text, city text,
            address text, website text, birthday date, acquired_on date, tags text[], needs text, about text,
            kind text, archived boolean""";

    /** All that an import may change of the customer under alias {@code c}, as JSON, for {@link CustomerTakeBack#restore}. */
    public static final String IMAGE = """
            jsonb_build_object('customer', to_jsonb(c), 'contact_point', (
              SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]') FROM contact_point p WHERE p.customer_id = c.id))""";

    private final JdbcClient jdbc;
    private final SearchTexts searchTexts;
    private final BusinessSettings business;
    private final Clock clock;

    CustomerBatch(JdbcClient jdbc, SearchTexts searchTexts, BusinessSettings business, Clock clock) {
        this.jdbc = jdbc;
        this.searchTexts = searchTexts;
        this.business = business;
        this.clock = clock;
    }

    /**
     * Makes a customer of every row, awareness and acquired today where it doesn't say.
     *
     * @return how many were made
     */
    public int insert(String staging, @Nullable Long importId) {
        run(
                "UPDATE %1$s SET customer_id = nextval(pg_get_serial_sequence('customer', 'id')) WHERE customer_id IS NULL",
                staging, importId);
        int made = run("""
                INSERT INTO customer (id, name, sort_key, search_text, external_id, company, role, source, stage, language, country,
                  city, address, website, birthday, acquired_on, tags, needs, about, created_at, import_id, kind, archived_at)
                SELECT customer_id, name, sort_key, search_text(name, company, external_id, concat_ws(' ', email,
                    phone_normalized || ' ' || regexp_replace(phone, '\\D', '', 'g'))),
                  external_id, company, role, source, coalesce(stage, 'AWARENESS'), language,
                  country, city, address, website, birthday, coalesce(acquired_on, :today), coalesce(tags, '{}'), needs, about,
                  :now, :import, coalesce(kind, 'PERSON'), CASE WHEN archived THEN CAST(:now AS timestamptz) END
                FROM %1$s""", staging, importId);
        run("""
                INSERT INTO contact_point (customer_id, kind, value, normalized, position)
                SELECT customer_id, 'EMAIL', email, email_normalized, 0 FROM %1$s WHERE email IS NOT NULL
                UNION ALL
                SELECT customer_id, 'PHONE', phone, phone_normalized, (email IS NOT NULL)::integer FROM %1$s
                WHERE phone IS NOT NULL""", staging, null);
        run("""
                INSERT INTO stage_change (customer_id, stage, changed_on, created_at, import_id)
                SELECT customer_id, coalesce(stage, 'AWARENESS'), coalesce(acquired_on, :today), :now, :import
                FROM %1$s""", staging, importId);
        // Of nobody new are there facts yet.
        run("INSERT INTO customer_summary (customer_id) SELECT customer_id FROM %1$s", staging, null);
        return made;
    }

    /**
     * Writes what a row says over the customer that it names: a null leaves the field as it is, an e-mail or phone number that
     * the customer doesn't have yet is added, another stage holds from today.
     */
    public void update(String staging, @Nullable Long importId) {
        run("""
                INSERT INTO stage_change (customer_id, stage, changed_on, created_at, import_id)
                SELECT c.id, s.stage, :today, :now, :import
                FROM %1$s s JOIN customer c ON c.id = s.customer_id WHERE s.stage <> c.stage""", staging, importId);
        run("""
                UPDATE customer c SET version = c.version + 1, name = coalesce(s.name, c.name),
                  sort_key = coalesce(s.sort_key, c.sort_key),
                  external_id = coalesce(s.external_id, c.external_id), company = coalesce(s.company, c.company),
                  role = coalesce(s.role, c.role), source = coalesce(s.source, c.source), stage = coalesce(s.stage, c.stage),
                  language = coalesce(s.language, c.language), country = coalesce(s.country, c.country),
                  city = coalesce(s.city, c.city), address = coalesce(s.address, c.address),
                  website = coalesce(s.website, c.website), birthday = coalesce(s.birthday, c.birthday),
                  acquired_on = coalesce(s.acquired_on, c.acquired_on), tags = coalesce(s.tags, c.tags),
                  needs = coalesce(s.needs, c.needs), about = coalesce(s.about, c.about), kind = coalesce(s.kind, c.kind),
                  archived_at = CASE WHEN s.archived THEN coalesce(c.archived_at, :now)
                    WHEN NOT s.archived THEN NULL ELSE c.archived_at END
                FROM %1$s s WHERE c.id = s.customer_id""", staging, importId);
        insertContacts(staging, "n.kind");
        searchTexts.write(these("c.id", staging), Map.of());
    }

    /**
     * Adds e-mails and phone numbers that their customers don't have yet; here a customer may have several rows, all different,
     * in the order of a further column {@code place}.
     */
    public void addContacts(String staging) {
        insertContacts(staging, "n.kind, s.place");
        searchTexts.write(these("c.id", staging), Map.of());
    }

    private void insertContacts(String staging, String order) {
        run("""
                INSERT INTO contact_point (customer_id, kind, value, normalized, position)
                SELECT s.customer_id, n.kind, n.value, n.normalized,
                  (SELECT count(*) FROM contact_point p WHERE p.customer_id = s.customer_id)
                    + row_number() OVER (PARTITION BY s.customer_id ORDER BY %2$s) - 1
                FROM %1$s s
                CROSS JOIN LATERAL (VALUES ('EMAIL', s.email, s.email_normalized), ('PHONE', s.phone, s.phone_normalized))
                  AS n (kind, value, normalized)
                WHERE n.value IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM contact_point p
                  WHERE p.customer_id = s.customer_id AND p.kind = n.kind AND p.normalized = n.normalized)
                """.formatted("%1$s", order), staging, null);
    }

    private int run(String sql, String staging, @Nullable Long importId) {
        Map<String, Object> params = new HashMap<>();
        params.put("today", business.today());
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return jdbc.sql(sql.formatted(staging))
                .params(params)
                .param("import", importId, java.sql.Types.BIGINT)
                .update();
    }

    private static String these(String column, String staging) {
        return column + " IN (SELECT customer_id FROM " + staging + ")";
    }
}
