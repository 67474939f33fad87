package dev.rapport.history.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.account.ApiTokens;
import dev.rapport.account.BusinessService;
import dev.rapport.account.BusinessService.Settings;
import dev.rapport.account.People;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.purchase.DayRate;
import dev.rapport.purchase.ExchangeRates;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What has no customer is in the log too: rates, settings, people, tokens. */
@WebTest
class EverythingIsLoggedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    MockMvcTester http;

    @Autowired
    ExchangeRates rates;

    @Autowired
    BusinessService businesses;

    @Autowired
    BusinessSettings business;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CustomerService customers;

    @Autowired
    Undo undo;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ratesAreEnteredAndTakenBackTogether() {
        rates.put(List.of(rate(DAY, "1.1")));
        long change = rates.put(List.of(rate(DAY, "1.2"), rate(DAY.plusDays(1), "1.3")));
        assertThat(log()).contains("entered 2 exchange rates", "entered one exchange rate");
        assertThat(stored()).containsExactly("1.2", "1.3");

        undo.undo(change);
        assertThat(stored()).containsExactly("1.1");

        long removal = rates.remove("EUR", DAY).orElseThrow();
        assertThat(rates.remove("EUR", DAY)).isEmpty();
        undo.undo(removal);
        assertThat(stored()).containsExactly("1.1");
    }

    @Test
    void settingsGoBackButNotTheCurrencyOfPurchases() {
        long change = businesses.change(with(businesses.settings(), "CHF", "55"));
        assertThat(business.currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(log()).contains("changed the settings: Base currency, Gross margin (%)");

        undo.undo(change);
        assertThat(business.currency().getCurrencyCode()).isEqualTo("USD");

        long again = businesses.change(with(businesses.settings(), "CHF", "55"));
        long id = customers
                .register(CustomerMother.named("Ana"), Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                VALUES (:id, '2026-01-01', 10, 'CHF', 1, 10, now())""").param("id", id).update();
        assertThatThrownBy(() -> undo.undo(again)).isInstanceOf(Refused.class);
        assertThat(business.currency().getCurrencyCode()).isEqualTo("CHF");
    }

    @Test
    void peopleAndTokensAreNotedWithoutTheirSecrets() {
        String secret = tokens.make(Accounts.OWNER, "Till");
        people.remove(Accounts.HELPER);

        assertThat(log()).contains("added the API token “Till”", "deleted the access of “henry@example.com”");
        assertThat(jdbc.sql("SELECT string_agg(concat(before, after, words), ' ') FROM change_log")
                        .query(String.class)
                        .single())
                .doesNotContain(secret, "argon2", "hash");
        assertThat(http.post().uri("/changes/1/undo").with(owner()).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("SELECT count(*) FROM change_log WHERE action = 'UNDONE'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String log() {
        try {
            return http.get()
                    .uri("/changes")
                    .with(owner())
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> stored() {
        return jdbc.sql("SELECT trim_scale(rate)::text FROM exchange_rate ORDER BY on_day")
                .query(String.class)
                .list();
    }

    private static DayRate rate(LocalDate day, String rate) {
        return new DayRate(day, "EUR", new BigDecimal(rate));
    }

    private static Settings with(Settings now, String currency, String margin) {
        return new Settings(
                now.version(),
                now.name(),
                now.language(),
                now.country(),
                Currency.getInstance(currency),
                now.zone(),
                new BigDecimal(margin),
                now.discountRate(),
                now.clvYears(),
                now.churnDays());
    }
}
