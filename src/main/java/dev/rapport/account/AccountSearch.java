package dev.rapport.account;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    public Optional<SignedIn> byId(long id) {
        return jdbc.sql("""
                        SELECT id, email, name, role, language, theme, shortcuts FROM account
                        WHERE id = :id AND removed_at IS NULL""")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    static SignedIn read(ResultSet row) throws SQLException {
        return new SignedIn(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("language"),
                Theme.valueOf(row.getString("theme")),
                row.getBoolean("shortcuts"));
    }
}
