package dev.rapport.customer;

import java.util.Set;

/**
 * A customer is being erased; heard in the same transaction. Every module takes the person out of its rows and leaves what the
 * figures and the law need.
 *
 * @param known what they were known by: names, addresses, numbers
 */
public record CustomerErased(long customerId, Set<String> known) {}
