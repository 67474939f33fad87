package dev.rapport.customer;

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
     * What the table must have. Filled in here, where it isn't yet: {@code customer_id}, and {@code is_new} where that number is still to be given to
     * a customer; or {@code refused_key} and {@code refused_args}.
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
        run("""
                UPDATE %s t SET customer_id = c.id, is_new = false FROM customer c
                WHERE c.external_id = t.external_id AND t.customer_id IS NULL""", table);
        gatherKeys(table);
        findTangled();
        findByContact();
        numberNew();
        tangled.resolve();
        run("""
                UPDATE %s t SET customer_id = k.customer_id, is_new = k.is_new,
                  refused_key = CASE WHEN k.customer_id IS NULL THEN 'customer.refused.other-external-id' END,
                  refused_args = ARRAY[t.external_id, k.holder, coalesce(t.email_normalized, t.phone_normalized)]
                FROM match_key k
                WHERE t.customer_id IS NULL AND k.keys = (t.external_id, t.email_normalized, t.phone_normalized)::text""", table);
        findNameless(table);
        run("DROP TABLE match_key, match_known", table);
    }

    /** One row for each distinct triple of keys that no stored externalId answers to. */
    private void gatherKeys(String table) {
        run("""
                CREATE TEMPORARY TABLE match_key ON COMMIT DROP AS
                SELECT min(row_no) AS row_no, external_id, email_normalized AS email, phone_normalized AS phone,
                  (external_id, email_normalized, phone_normalized)::text AS keys,
                  CASE WHEN external_id IS NOT NULL THEN 'x' || external_id
                       WHEN email_normalized IS NOT NULL THEN 'e' || email_normalized
                       ELSE 'p' || phone_normalized END AS identity,
                  false AS tangled, NULL::bigint AS customer_id, false AS is_new, NULL::text AS holder
                FROM %s
                WHERE customer_id IS NULL AND coalesce(external_id, email_normalized, phone_normalized) IS NOT NULL
                GROUP BY external_id, email_normalized, phone_normalized""", table);
        run("""
                CREATE TEMPORARY TABLE match_known ON COMMIT DROP AS
                SELECT k.row_no, p.kind, c.id, c.external_id
                FROM (SELECT row_no, 'EMAIL' AS kind, email AS contact FROM match_key
                      UNION ALL SELECT row_no, 'PHONE', phone FROM match_key) k
                JOIN contact_point p ON p.normalized = k.contact AND p.kind = k.kind
                JOIN customer c ON c.id = p.customer_id""", table);
        jdbc.sql("ANALYZE match_key").update();
        jdbc.sql("ANALYZE match_known").update();
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
