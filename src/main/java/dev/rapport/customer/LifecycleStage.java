package dev.rapport.customer;

/** Where a customer stands on the way from never having heard of the business to recommending it. */
public enum LifecycleStage {
    AWARENESS,
    CONSIDERATION,
    PURCHASE,
    RETENTION,
    LOYALTY,
    LOST
}
