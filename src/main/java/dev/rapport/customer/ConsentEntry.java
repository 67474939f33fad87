package dev.rapport.customer;

import java.time.LocalDate;

/**
 * What a customer allowed or took back.
 *
 * @param purpose what for, in the founder's words
 * @param how by which act it was given: the proof that the law asks for
 */
public record ConsentEntry(String purpose, boolean given, LocalDate happenedOn, String how) {}
