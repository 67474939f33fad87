package dev.rapport.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the customers that the rows of an import mean, by sets; only keys that get in each other's way go through {@link
 * CustomerFinder} one by one. It works on a temporary table with {@link #COLUMNS}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerMatch {
    /**
     * What the table must have. It is made anew with {@code customer_id} where there wasn't one, and {@code is_new} where that number
     * is still to be given to a customer; or {@code refused_key} and {@code refused_args}.
     */
    public static final String COLUMNS = """
            row_no bigint, external_id text, email_normalized text, phone_normalized text, name text, company text,
            customer_id bigint, is_new boolean, refused_key text, refused_args text[]""";

    private static final String NEXT_ID = "nextval(pg_get_serial_sequence('customer', 'id'))";

    private final JdbcClient jdbc;
    private final TangledKeys tangled;

    CustomerMatch(JdbcClient jdbc, TangledKeys tangled) {
        this.jdbc = jdbc;
        this.tangled = tangled;
    }

    public void run(String table) {
        gatherKeys(table);
        if (jdbc.sql("SELECT EXISTS (SELECT 1 FROM match_key)")
                .query(Boolean.class)
                .single()) {
            findTangled();
            findByContact();
            numberNew();
            tangled.resolve();
        }
        write(table);
        run("DROP TABLE match_group, match_key, match_known", table);
        if (jdbc.sql("SELECT EXISTS (SELECT 1 FROM %s WHERE customer_id IS NULL AND refused_key IS NULL)"
                        .formatted(table))
                .query(Boolean.class)
                .single()) {
            findNameless(table);
        }
    }

    /** One row for each distinct triple of keys; those that no stored externalId answers to are looked into. */
    private void gatherKeys(String table) {
        run("""
                CREATE TEMPORARY TABLE match_group ON COMMIT DROP AS
                SELECT k.*, c.id AS known_id FROM (
                  SELECT min(row_no) AS row_no, external_id, email_normalized AS email, phone_normalized AS phone
                  FROM %s
                  WHERE customer_id IS NULL AND coalesce(external_id, email_normalized, phone_normalized) IS NOT NULL
                  GROUP BY external_id, email_normalized, phone_normalized) k
                LEFT JOIN customer c ON c.external_id = k.external_id""", table);
        run("""
                CREATE TEMPORARY TABLE match_key ON COMMIT DROP AS
                SELECT row_no, external_id, email, phone,
                  CASE WHEN external_id IS NOT NULL THEN 'x' || external_id
                       WHEN email IS NOT NULL THEN 'e' || email
                       ELSE 'p' || phone END AS identity,
                  false AS tangled, NULL::bigint AS customer_id, false AS is_new, NULL::text AS holder
                FROM match_group WHERE known_id IS NULL""", table);
        run("""
                CREATE TEMPORARY TABLE match_known ON COMMIT DROP AS
                SELECT k.row_no, p.kind, c.id, c.external_id
                FROM (SELECT row_no, 'EMAIL' AS kind, email AS contact FROM match_key
                      UNION ALL SELECT row_no, 'PHONE', phone FROM match_key) k
                JOIN contact_point p ON p.normalized = k.contact AND p.kind = k.kind
                JOIN customer c ON c.id = p.customer_id""", table);
        for (String gathered : List.of("match_group", "match_key", "match_known")) {
            jdbc.sql("ANALYZE " + gathered).update();
        }
    }

    /** The rows with whom they mean, written anew: that costs half of changing each. */
    private void write(String table) {
        String asTheyAre =
                jdbc.sql("""
                        SELECT string_agg('t.' || attname, ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped
                          AND attname NOT IN ('customer_id', 'is_new', 'refused_key', 'refused_args')""").param("table", table).query(String.class).single();
        run("""
                CREATE TEMPORARY TABLE %%1$s_matched ON COMMIT DROP AS
                SELECT %s, coalesce(t.customer_id, g.known_id, k.customer_id) AS customer_id,
                  CASE WHEN t.customer_id IS NOT NULL THEN t.is_new WHEN g.known_id IS NOT NULL THEN false ELSE k.is_new END
                    AS is_new,
                  CASE WHEN k.row_no IS NULL OR k.customer_id IS NOT NULL THEN t.refused_key
                    ELSE 'customer.refused.other-external-id' END AS refused_key,
                  CASE WHEN k.row_no IS NULL OR k.customer_id IS NOT NULL THEN t.refused_args
                    ELSE ARRAY[t.external_id, k.holder, coalesce(t.email_normalized, t.phone_normalized)] END AS refused_args
                FROM %%1$s t
                LEFT JOIN match_group g ON t.customer_id IS NULL
                  AND coalesce(g.external_id, '') = coalesce(t.external_id, '')
                  AND coalesce(g.email, '') = coalesce(t.email_normalized, '')
                  AND coalesce(g.phone, '') = coalesce(t.phone_normalized, '')
                LEFT JOIN match_key k ON k.row_no = g.row_no""".formatted(asTheyAre), table);
        run("DROP TABLE %s", table);
        run("ALTER TABLE %1$s_matched RENAME TO %1$s", table);
        run("ANALYZE %s", table);
    }

    /** A contact under two identities, a stored customer who may be given an externalId, or an identity of several keys. */
    private void findTangled() {
        jdbc.sql("""
                UPDATE match_key SET tangled = true WHERE identity IN (
                  SELECT identity FROM match_key WHERE email IN (
                    SELECT email FROM match_key GROUP BY email HAVING count(DISTINCT identity) > 1)
                  UNION
                  SELECT identity FROM match_key WHERE phone IN (
                    SELECT phone FROM match_key GROUP BY phone HAVING count(DISTINCT identity) > 1)
                  UNION
                  SELECT k.identity FROM match_key k JOIN match_known USING (row_no) WHERE k.external_id IS NOT NULL
                  UNION
                  SELECT k.identity FROM match_key k JOIN match_known USING (row_no)
                  WHERE k.identity IN (SELECT identity FROM match_key GROUP BY identity HAVING count(*) > 1))""").update();
    }

    private void findByContact() {
        jdbc.sql("""
                UPDATE match_key k SET customer_id = f.id FROM (
                  SELECT DISTINCT ON (row_no) row_no, id FROM match_known ORDER BY row_no, kind, id) f
                WHERE f.row_no = k.row_no AND NOT k.tangled""").update();
    }

    private void numberNew() {
        jdbc.sql("""
                UPDATE match_key k SET customer_id = n.id, is_new = true FROM (
                  SELECT identity, %s AS id FROM (
                    SELECT identity FROM match_key WHERE customer_id IS NULL AND NOT tangled
                    GROUP BY identity ORDER BY min(row_no)) new) n
                WHERE n.identity = k.identity AND k.customer_id IS NULL AND NOT k.tangled""".formatted(NEXT_ID)).update();
    }

    /** Rows with nothing but a name: the k-th of equal ones is the k-th stored customer with nothing but that name. */
    private void findNameless(String table) {
        run("""
                UPDATE %1$s t SET customer_id = stored.id, is_new = false
                FROM (SELECT row_no, name, coalesce(company, '') AS company,
                        row_number() OVER (PARTITION BY name, company ORDER BY row_no) AS n
                      FROM %1$s WHERE customer_id IS NULL AND refused_key IS NULL) asked
                JOIN (SELECT id, name, coalesce(company, '') AS company,
                        row_number() OVER (PARTITION BY name, company ORDER BY id) AS n
                      FROM customer c WHERE external_id IS NULL
                        AND NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = c.id)) stored
                  USING (name, company, n)
                WHERE t.row_no = asked.row_no""", table);
        run("""
                UPDATE %1$s t SET customer_id = n.id, is_new = true FROM (
                  SELECT row_no, %2$s AS id FROM (
                    SELECT row_no FROM %1$s WHERE customer_id IS NULL AND refused_key IS NULL ORDER BY row_no) new) n
                WHERE n.row_no = t.row_no""".formatted("%1$s", NEXT_ID), table);
    }

    private void run(String sql, String table) {
        jdbc.sql(sql.formatted(table)).update();
    }
}
