package dev.rapport.platform;

/** Says whether amounts are stored that were reckoned in the base currency: from then on it can't change. */
public interface BaseCurrencyInUse {
    boolean isInUse();
}
