package dev.rapport.metrics;

import dev.rapport.metrics.formula.Ces;
import dev.rapport.metrics.formula.Csat;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers say: their scores over time and by group, and the words behind them. */
@Service
@Transactional(readOnly = true)
public class CustomerVoice {

    private static final List<Metric> SCORES = List.of(Metric.NPS, Metric.CSAT, Metric.CES, Metric.SAT_GAP);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final VoiceQuery query;
    private final Metrics metrics;

    CustomerVoice(VoiceQuery query, Metrics metrics) {
        this.query = query;
        this.metrics = metrics;
    }

    public Satisfaction satisfaction(Scope scope, boolean compared, GroupKind by) {
        Scope before = Scope.of(scope.period().before(), scope.group());
        List<Tile> tiles = SCORES.stream()
                .map(metric -> Tile.of(
                        metric, metrics.figure(metric, scope), compared ? metrics.figure(metric, before) : null))
                .toList();
        Bucket bucket = Bucket.of(scope.period());
        return new Satisfaction(tiles, bucket, trend(scope, bucket), by, groups(scope, by));
    }

    /** Newest first. */
    public Slice<Words> words(Scope scope, Recommender kind, @Nullable Cursor after, int limit) {
        return Slice.of(
                query.words(
                        scope.facts(),
                        scope.group(),
                        kind,
                        after == null ? LAST : day(after),
                        after == null ? Long.MAX_VALUE : after.id(),
                        limit + 1),
                limit,
                one -> new Cursor(one.answeredOn().toString(), one.id()));
    }

    private List<Satisfaction.Point> trend(Scope scope, Bucket bucket) {
        Span facts = scope.facts();
        Function<LocalDate, LocalDate> end = start -> {
            LocalDate last = bucket.next(start).minusDays(1);
            return last.isAfter(facts.to()) ? facts.to() : last;
        };
        List<LocalDate> starts = bucket.starts(facts);
        Map<LocalDate, VoiceQuery.Scores> found =
                query.rolling(starts.stream().map(end).toList(), Satisfaction.ROLLING, scope.group()).stream()
                        .filter(scores -> scores.step() != null)
                        .collect(Collectors.toMap(VoiceQuery.Scores::step, Function.identity()));
        return starts.stream()
                .map(start -> point(start, end.apply(start), found.get(end.apply(start))))
                .toList();
    }

    private static Satisfaction.Point point(LocalDate start, LocalDate end, VoiceQuery.@Nullable Scores found) {
        Satisfaction.Row row = row(found == null ? new VoiceQuery.Scores(end, null, 0, 0, 0, 0, 0, 0, 0, 0, 0) : found);
        return new Satisfaction.Point(start, end, row.nps(), row.csat(), row.ces());
    }

    private List<Satisfaction.Row> groups(Scope scope, GroupKind by) {
        return query.by(by, scope.facts(), scope.group()).stream()
                .map(CustomerVoice::row)
                .toList();
    }

    private static Satisfaction.Row row(VoiceQuery.Scores found) {
        return new Satisfaction.Row(
                found.name(),
                Nps.of(found.promoters(), found.passives(), found.detractors()),
                Csat.of(found.satisfied(), found.rated()),
                Ces.of(found.efforts(), found.effortSum(), found.effortSquares(), found.easy()));
    }

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.value());
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
