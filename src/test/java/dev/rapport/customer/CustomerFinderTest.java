package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerFinder.Found;
import dev.rapport.customer.CustomerKey.Known;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CustomerFinderTest {
    private final AtomicLong numbers = new AtomicLong(100);
    private final CustomerFinder finder = new CustomerFinder(numbers::incrementAndGet);

    @Test
    void makesOneCustomerOfRowsWithTheSameExternalId() {
        assertThat(find(1, "A", "a@b.c", null)).isEqualTo(new Found(1, 101L, true, null));
        assertThat(find(2, "A", "other@b.c", null)).isEqualTo(new Found(2, 101L, true, null));
        assertThat(find(3, null, "other@b.c", null)).isEqualTo(new Found(3, 101L, true, null));
    }

    @Test
    void rejectsAnotherExternalIdWithTheSameEmailNamingTheHolder() {
        find(1, "A", "a@b.c", null);
        assertThat(find(2, "B", "a@b.c", "1")).isEqualTo(new Found(2, null, false, "A"));
    }

    @Test
    void givesAnExternalIdToTheFirstWhoHasNone() {
        var stored = List.of(new Known(1, "A"), new Known(2, null), new Known(3, null));
        assertThat(finder.find(new CustomerKey(1, "B", "a@b.c", null, stored, List.of())))
                .isEqualTo(new Found(1, 2L, false, null));
        assertThat(finder.find(new CustomerKey(2, "C", "a@b.c", null, stored, List.of())))
                .isEqualTo(new Found(2, 3L, false, null));
        assertThat(finder.find(new CustomerKey(3, "D", "a@b.c", null, stored, List.of())))
                .isEqualTo(new Found(3, null, false, "A"));
    }

    @Test
    void asksThePhoneOnlyWhereTheEmailIsNobodys() {
        assertThat(find(1, null, "a@b.c", "1").customerId()).isEqualTo(101);
        assertThat(find(2, null, "new@b.c", "1").customerId()).isEqualTo(101);
        assertThat(find(3, null, "new@b.c", "2").customerId()).isEqualTo(101);
        assertThat(find(4, null, null, "3").customerId()).isEqualTo(102);
        assertThat(find(5, null, "a@b.c", "3").customerId()).isEqualTo(101);
    }

    @Test
    void takesTheOldestOfSeveralForARowWithoutExternalId() {
        var stored = List.of(new Known(5, "A"), new Known(6, null));
        assertThat(finder.find(new CustomerKey(1, null, "a@b.c", null, stored, List.of()))
                        .customerId())
                .isEqualTo(5);
    }

    private Found find(long row, String externalId, String email, String phone) {
        return finder.find(new CustomerKey(row, externalId, email, phone, List.of(), List.of()));
    }
}
