package dev.rapport.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows say of whom they mean, and the stored customers who have that e-mail or phone, the oldest first. */
record CustomerKey(
        long rowNo,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String phone,
        List<Known> byEmail,
        List<Known> byPhone) {
    record Known(long id, @Nullable String externalId) {}
}
