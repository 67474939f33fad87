package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.StartRefused;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.DatabaseTest;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@BeforeSetUp
@ExtendWith(OutputCaptureExtension.class)
class UnattendedSetUpTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Autowired
    SetUp setUp;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ApiTokenSearch tokenSearch;

    @Autowired
    SignIn signIn;

    @Autowired
    BusinessSettings business;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("RAPPORT_OWNER_EMAIL", "founder@example.com")
            .withProperty("RAPPORT_OWNER_PASSWORD", "tidy-otter-paints-slowly");

    private void start() {
        new UnattendedSetUp(environment, setUp, tokens, transaction).afterSingletonsInstantiated();
    }

    private long accounts() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single();
    }

    @Test
    void takesTheAddressAndPasswordAloneWithDefaults() {
        start();
        assertThat(signIn.check("founder@example.com", "tidy-otter-paints-slowly", "192.0.2.1")
                        .owner())
                .isTrue();
        assertThat(business.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(business.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(business.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void takesEverythingElseToo() {
        environment
                .withProperty("RAPPORT_LANGUAGE", "zh-CN")
                .withProperty("RAPPORT_CURRENCY", "CNY")
                .withProperty("RAPPORT_TIME_ZONE", "Asia/Shanghai")
                .withProperty("RAPPORT_COUNTRY", "CN")
                .withProperty("RAPPORT_API_TOKEN", TOKEN);
        start();
        assertThat(business.currency()).isEqualTo(Currency.getInstance("CNY"));
        assertThat(business.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(business.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(business.country()).isEqualTo("CN");
        assertThat(tokenSearch.accountOf(TOKEN))
                .hasValueSatisfying(account -> assertThat(account.owner()).isTrue());
    }

    @Test
    void isIgnoredOnceThereIsAnOwner(CapturedOutput output) {
        start();
        environment.setProperty("RAPPORT_OWNER_EMAIL", "other@example.com");
        start();
        assertThat(accounts()).isEqualTo(1);
        assertThat(output).containsOnlyOnce("ignored: Rapport is set up already");
    }

    @ParameterizedTest
    @CsvSource({
        "RAPPORT_OWNER_EMAIL, nonsense",
        "RAPPORT_OWNER_PASSWORD, short",
        "RAPPORT_OWNER_PASSWORD, Password1234",
        "RAPPORT_LANGUAGE, fr",
        "RAPPORT_CURRENCY, dollars",
        "RAPPORT_TIME_ZONE, Mars",
        "RAPPORT_COUNTRY, XX",
        "RAPPORT_API_TOKEN, tooshort"
    })
    void stopsTheStartWithOneSentence(String name, String value) {
        environment.setProperty(name, value);
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageStartingWith(name);
        assertThat(accounts()).isZero();
    }

    @Test
    void wantsAddressAndPasswordTogether() {
        MockEnvironment half = new MockEnvironment().withProperty("RAPPORT_OWNER_EMAIL", "founder@example.com");
        assertThatThrownBy(() -> new UnattendedSetUp(half, setUp, tokens, transaction).afterSingletonsInstantiated())
                .isInstanceOf(StartRefused.class);
    }
}
