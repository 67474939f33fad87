package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.CustomerService;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ProductServiceTest {
    @Autowired
    private ProductService products;

    @Autowired
    private PurchaseService purchases;

    @Autowired
    private CustomerService customers;

    @Autowired
    private Undo undo;

    @Autowired
    private JdbcClient jdbc;

    private List<String> titles() {
        return jdbc.sql("SELECT title FROM timeline_entry WHERE source = 'purchase'")
                .query(String.class)
                .list();
    }

    private static void assertRefused(ThrowingCallable what, String field, String key) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.key()).isEqualTo("purchase.refused." + key);
        });
    }

    @Test
    void aProductsNewNameStandsInTheTimeline() {
        purchases.record(
                Customers.register(customers, "Marta"),
                new PurchaseEntry(LocalDate.of(2026, 3, 5), BigDecimal.TEN, null, null, null, "Bag", null));
        long bag = jdbc.sql("SELECT id FROM product").query(Long.class).single();
        long change = products.change(bag, 0, new ProductEntry("Tote", ProductKind.VALUE_ADDED, null, null));
        assertThat(titles()).containsExactly("Tote");
        undo.undo(change);
        assertThat(titles()).containsExactly("Bag");
    }

    @Test
    void aProductIsKnownByItsNameWhateverTheCase() {
        long id = products.create(new ProductEntry(" Éclair ", ProductKind.BASE, new BigDecimal("3"), null))
                .id();
        assertThat(products.named("éCLAIR").id()).isEqualTo(id);
        assertRefused(
                () -> products.create(new ProductEntry("ÉCLAIR", ProductKind.BASE, null, null)),
                "name",
                "product-exists");
        assertRefused(
                () -> products.create(new ProductEntry("Bag", ProductKind.BASE, new BigDecimal("-1"), null)),
                "price",
                "negative");
    }
}
