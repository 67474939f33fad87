package dev.rapport.metrics;

import dev.rapport.metrics.FactVersionQuery.FactVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups that a founder can look at, as {@link CustomerGroup} names them. */
@Service
@Transactional(readOnly = true)
public class CustomerGroups {

    private final GroupQuery query;
    private final FactVersionQuery versions;
    private final Lately<FactVersion, List<Named>> known = new Lately<>();

    CustomerGroups(GroupQuery query, FactVersionQuery versions) {
        this.query = query;
        this.versions = versions;
    }

    /** @param kind channel, stage, tag or product */
    public record Named(String kind, String value) {

        public String code() {
            return kind + ":" + value;
        }
    }

    /** All but the cohorts, which are months. */
    public List<Named> all() {
        return known.of(versions.now(), this::read);
    }

    private List<Named> read() {
        List<Named> all = new ArrayList<>();
        named("stage", CustomerGroup.STAGES).forEach(all::add);
        named("channel", query.channels()).forEach(all::add);
        named("product", query.products()).forEach(all::add);
        named("tag", query.tags()).forEach(all::add);
        return List.copyOf(all);
    }

    private static Stream<Named> named(String kind, List<String> values) {
        return values.stream().map(value -> new Named(kind, value));
    }
}
