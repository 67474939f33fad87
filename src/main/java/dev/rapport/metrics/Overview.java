package dev.rapport.metrics;

import dev.rapport.metrics.formula.Exact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people behind the figures: whom one spoke with last, who brings most, where they come from and stand. */
public record Overview(List<Contact> contacts, List<Top> top, List<Group> channels, List<Group> stages) {

    public record Contact(
            long customerId,
            String customer,
            String kind,
            Instant happenedAt,
            @Nullable String text) {}

    public record Top(long id, String name, BigDecimal revenue, long purchases, LocalDate lastOn) {}

    /** @param percent of all customers of that day */
    public record Group(@Nullable String name, long customers, BigDecimal percent) {}

    record Standing(@Nullable String channel, String stage, long customers) {

        /** Web and web are one channel. */
        String key() {
            return channel == null ? "" : channel.strip().toLowerCase(Locale.ROOT);
        }
    }

    Overview with(List<Contact> latest) {
        return new Overview(latest, top, channels, stages);
    }

    private static final List<String> STAGES =
            List.of("AWARENESS", "CONSIDERATION", "PURCHASE", "RETENTION", "LOYALTY", "LOST");
    private static final int CHANNELS = 8;

    static Overview of(List<Contact> contacts, List<Top> top, List<Standing> standings) {
        long all = standings.stream().mapToLong(Standing::customers).sum();
        Map<String, Long> byChannel = standings.stream()
                .collect(Collectors.groupingBy(Standing::key, Collectors.summingLong(Standing::customers)));
        Map<String, String> names = new HashMap<>();
        standings.stream()
                .filter(standing -> !standing.key().isEmpty())
                .sorted(Comparator.comparingLong(Standing::customers))
                .forEach(standing -> names.put(
                        standing.key(), String.valueOf(standing.channel()).strip()));
        Map<String, Long> byStage = standings.stream()
                .collect(Collectors.groupingBy(Standing::stage, Collectors.summingLong(Standing::customers)));
        Stream<Group> channels = byChannel.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CHANNELS)
                .map(entry -> group(names.get(entry.getKey()), entry.getValue(), all));
        return new Overview(
                contacts,
                top,
                channels.toList(),
                all == 0
                        ? List.of()
                        : STAGES.stream()
                                .map(stage -> group(stage, byStage.getOrDefault(stage, 0L), all))
                                .toList());
    }

    private static Group group(@Nullable String name, long customers, long all) {
        return new Group(name, customers, Exact.tidy(Exact.percent(Exact.of(customers), Exact.of(all))));
    }
}
