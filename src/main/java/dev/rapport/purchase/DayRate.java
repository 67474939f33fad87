package dev.rapport.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Base units for one unit of the currency on a day. */
public record DayRate(LocalDate day, String currency, BigDecimal rate) {}
