package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class StoredBusinessTest {
    @Autowired
    BusinessSettings business;

    @Autowired
    MovableClock clock;

    @Test
    void readsTheRow() {
        assertThat(business.name()).isEqualTo("Olivia & Co");
        assertThat(business.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(business.grossMargin()).isEqualByComparingTo("60");
        assertThat(business.discountRate()).isEqualByComparingTo("10");
        assertThat(business.clvYears()).isEqualTo(3);
        assertThat(business.churnDays()).isNull();
    }

    @Test
    void knowsTodayInItsOwnZone() {
        clock.setTo(Instant.parse("2026-03-01T23:30:00Z"));
        assertThat(business.today()).isEqualTo(LocalDate.of(2026, 3, 2));
    }
}
