package dev.rapport.exchange;

import dev.rapport.exchange.source.Mapping;
import java.time.Instant;

/** The columns of an earlier file, and which file that was. */
public record KeptMapping(String fileName, Instant keptAt, Mapping mapping) {}
