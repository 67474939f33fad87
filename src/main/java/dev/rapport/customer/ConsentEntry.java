package dev.rapport.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer allowed or took back.
 *
 * @param purpose what for, in the founder's words
 * @param how by which act it was given: the proof that the law asks for
 * @param wording what they were told or ticked, word by word
 */
public record ConsentEntry(
        String purpose,
        boolean given,
        LocalDate happenedOn,
        String how,
        @Nullable String wording) {

    public ConsentEntry(String purpose, boolean given, LocalDate happenedOn, String how) {
        this(purpose, given, happenedOn, how, null);
    }
}
