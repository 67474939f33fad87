package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What no import reads goes out all the same: a founder's are also the proofs, the past and the prices. */
@WebTest
class HistoryExportTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void holdsConsentsWithTheirProof() throws Exception {
        aCustomer();
        jdbc.sql("""
                        INSERT INTO consent (customer_id, purpose, given, happened_on, how, wording, created_at)
                        VALUES (1, 'E-mail', true, '2026-01-02', 'Form', 'Yes, "please"' || chr(10) || '=1+1', '2026-01-02T08:00Z'),
                               (1, 'E-mail', false, '2026-03-04', 'Call', NULL, '2026-03-04T08:00Z')""").update();
        assertThat(file("consents"))
                .startsWith("\uFEFFcustomerKey,externalId,name,purpose,given,happenedOn,how,wording,recordedAt\r\n")
                .contains(
                        "C-1,'=Ada,E-mail,true,2026-01-02,Form,\"Yes, \"\"please\"\"\n=1+1\",2026-01-02T08:00:00Z\r\n")
                .contains("E-mail,false,2026-03-04,Call,,2026-03-04T08:00:00Z\r\n");
    }

    @Test
    void holdsEachStage() throws Exception {
        aCustomer();
        jdbc.sql("""
                        INSERT INTO stage_change (customer_id, stage, changed_on, created_at)
                        VALUES (1, 'PURCHASE', '2026-02-01', now()), (1, 'LOST', '2026-01-01', now())""").update();
        assertThat(file("stages")).containsSubsequence("LOST,2026-01-01", "PURCHASE,2026-02-01");
    }

    @Test
    void holdsPricesRatesAndSpending() throws Exception {
        jdbc.sql(
                        "INSERT INTO product (name, price, cost, created_at) VALUES ('Bag, small', 12.3400, 5, '2026-01-02T08:00Z')")
                .update();
        jdbc.sql("INSERT INTO exchange_rate (currency, on_day, rate) VALUES ('USD', '2026-01-02', 0.912300000000)")
                .update();
        jdbc.sql(
                        "INSERT INTO acquisition_cost (channel, spent_on, amount, created_at) VALUES ('Fair', '2026-01-02', 300, now())")
                .update();
        assertThat(file("products")).contains("\"Bag, small\",BASE,12.34,5,false,2026-01-02T08:00:00Z");
        assertThat(file("rates")).endsWith("2026-01-02,USD,0.9123\r\n");
        assertThat(file("spending")).endsWith("Fair,2026-01-02,300,\r\n");
    }

    @Test
    void saysWhichNoImportReads() throws Exception {
        assertThat(http.get().uri("/exports").with(Accounts.owner()))
                .bodyText()
                .containsSubsequence(
                        "id=\"export-tasks\"",
                        "An import brings these files back",
                        "id=\"export-consents\"",
                        "No import reads these files");
    }

    private void aCustomer() {
        jdbc.sql("INSERT INTO customer (name, sort_key, stage, external_id, acquired_on, created_at)"
                        + " VALUES ('=Ada', '', 'LOST', 'C-1', '2026-01-01', now())")
                .update();
    }

    private String file(String code) throws UnsupportedEncodingException {
        return http.get()
                .uri("/api/v1/exports/" + code + ".csv")
                .with(Accounts.token())
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
