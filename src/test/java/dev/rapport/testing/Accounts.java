package dev.rapport.testing;

import dev.rapport.account.BusinessChanged;
import dev.rapport.account.Role;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.SignedInAuthentication;
import dev.rapport.platform.PublicToken;
import dev.rapport.platform.Via;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The cast of every test: Olivia owns the business, Henry helps. Pages: {@code .with(owner())}; API: {@code .with(token())}.
 * The business reckons in US dollars, in Rome's time, with a margin of 60 % and a discount rate of 10 %.
 */
public final class Accounts {
    public static final long OWNER = 1;
    public static final long HELPER = 2;
    public static final String OWNER_EMAIL = "olivia@example.com";
    public static final String HELPER_EMAIL = "henry@example.com";

    /** Of both. */
    public static final String PASSWORD = "tidy-otter-paints-slowly";

    public static final String TOKEN = "rapport-test-token-of-olivia-0123456789";

    /** {@link #PASSWORD} by Argon2id with the least that it takes, for speed. */
    private static final String HASH =
            "$argon2id$v=19$m=64,t=1,p=1$fZmt4H/ctJROQCO9HrYvGA$ClqNlfUGhBeGwD4BzUrdCDW7bQTAgmSNKD8UR6I9Kv8";

    private Accounts() {}

    /** Into empty tables. */
    public static void seed(JdbcClient jdbc, ApplicationEventPublisher events) {
        jdbc.sql("""
                INSERT INTO account (id, email, name, password_hash, role, language, created_at) VALUES
                  (1, 'olivia@example.com', 'Olivia Owner', :hash, 'OWNER', 'en', '2026-01-01T09:00:00Z'),
                  (2, 'henry@example.com', 'Henry Helper', :hash, 'HELPER', 'en', '2026-01-02T09:00:00Z')""").param("hash", HASH).update();
        jdbc.sql("SELECT setval(pg_get_serial_sequence('account', 'id'), 100)")
                .query()
                .singleValue();
        jdbc.sql("""
                INSERT INTO business (id, name, language, country, currency, time_zone, gross_margin, discount_rate)
                VALUES (1, 'Olivia & Co', 'en', 'US', 'USD', 'Europe/Rome', 60, 10)""").update();
        jdbc.sql("""
                INSERT INTO api_token (account_id, name, token_hash, created_at)
                VALUES (1, 'Tests', :hash, '2026-01-01T09:00:00Z')""").param("hash", PublicToken.hash(TOKEN)).update();
        events.publishEvent(new BusinessChanged());
    }

    static void forget(ApplicationEventPublisher events) {
        events.publishEvent(new BusinessChanged());
    }

    public static RequestPostProcessor owner() {
        return signedIn(new SignedInAccount(OWNER, OWNER_EMAIL, "Olivia Owner", Role.OWNER, "en"));
    }

    public static RequestPostProcessor helper() {
        return signedIn(new SignedInAccount(HELPER, HELPER_EMAIL, "Henry Helper", Role.HELPER, "en"));
    }

    /** A request to the API in the owner's name. */
    public static RequestPostProcessor token() {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
            return request;
        };
    }

    private static RequestPostProcessor signedIn(SignedInAccount account) {
        return SecurityMockMvcRequestPostProcessors.authentication(new SignedInAuthentication(account, Via.PAGE));
    }
}
