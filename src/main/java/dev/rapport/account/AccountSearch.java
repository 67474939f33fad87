package dev.rapport.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who is signed in. */
@Component
public class AccountSearch {
    private final JdbcClient jdbc;

    AccountSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a removed account, so that its open sessions end with it. */
    public Optional<SignedInAccount> byId(long id) {
        return jdbc.sql("""
                        SELECT id, email, name, role, language FROM account
                        WHERE id = :id AND removed_at IS NULL""").param("id", id).query((row, number) -> read(row)).optional();
    }

    /** What to call the accounts, removed ones included. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("SELECT id, coalesce(nullif(name, ''), email) AS name FROM account WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }

    static SignedInAccount read(ResultSet row) throws SQLException {
        String email = row.getString("email");
        String name = row.getString("name");
        return new SignedInAccount(
                row.getLong("id"),
                email,
                name.isBlank() ? email : name,
                Role.valueOf(row.getString("role")),
                row.getString("language"));
    }
}
