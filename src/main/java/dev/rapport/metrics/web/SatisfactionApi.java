package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerVoice;
import dev.rapport.metrics.GroupKind;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Recommender;
import dev.rapport.metrics.Satisfaction;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.Words;
import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scores with their change against the period before, over time and by group, and the words behind them. */
@RestController
@RequestMapping("/api/v1/metrics")
class SatisfactionApi {

    /** A figure, the one of the period before, and whether the change is more than chance. */
    record ComparedBody(
            FigureBody figure,
            @Nullable FigureBody before,
            @Nullable Change change) {}

    /** What was answered in the 90 days up to the day. */
    record PointBody(LocalDate day, FigureBody nps, FigureBody csat, FigureBody ces) {}

    record GroupBody(@Nullable String name, FigureBody nps, FigureBody csat, FigureBody ces) {}

    record SatisfactionBody(
            ComparedBody nps,
            ComparedBody csat,
            ComparedBody ces,
            ComparedBody satGap,
            List<PointBody> trend,
            GroupKind by,
            List<GroupBody> groups) {}

    private final CustomerVoice voice;
    private final Metrics metrics;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final Bodies bodies;

    SatisfactionApi(
            CustomerVoice voice,
            Metrics metrics,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            Bodies bodies) {
        this.voice = voice;
        this.metrics = metrics;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.bodies = bodies;
    }

    @GetMapping("/sat-gap")
    FigureBody gap(@ParameterObject MetricsApi.Asked asked, Locale locale) {
        return bodies.of(metrics.satisfactionGap(MetricsApi.scope(asked, business.today())), locale);
    }

    /** By channel, stage, tag or product. */
    @GetMapping("/satisfaction")
    SatisfactionBody satisfaction(
            @ParameterObject MetricsApi.Asked asked,
            @RequestParam(required = false) @Nullable String by,
            Locale locale) {
        Scope scope = MetricsApi.scope(asked, business.today());
        GroupKind kinds = GroupKind.of(by);
        Satisfaction found = preparations.exact(questions.satisfaction(scope, true, kinds));
        List<ComparedBody> scores =
                found.tiles().stream().map(tile -> compared(tile, locale)).toList();
        return new SatisfactionBody(
                scores.get(0),
                scores.get(1),
                scores.get(2),
                scores.get(3),
                found.trend().stream()
                        .map(point -> new PointBody(
                                point.end(),
                                bodies.of(point.nps(), locale),
                                bodies.of(point.csat(), locale),
                                bodies.of(point.ces(), locale)))
                        .toList(),
                found.by(),
                found.groups().stream()
                        .map(row -> new GroupBody(
                                row.name(),
                                bodies.of(row.nps(), locale),
                                bodies.of(row.csat(), locale),
                                bodies.of(row.ces(), locale)))
                        .toList());
    }

    /** What promoters, passives or detractors wrote, newest first. */
    @GetMapping("/nps/comments")
    Slice<Words> words(
            @ParameterObject MetricsApi.Asked asked,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return voice.words(
                MetricsApi.scope(asked, business.today()),
                Recommender.of(kind),
                Cursor.decode(after),
                Slice.limit(limit));
    }

    private ComparedBody compared(Tile tile, Locale locale) {
        return new ComparedBody(
                bodies.of(tile.figure(), locale),
                tile.before() == null ? null : bodies.of(tile.before(), locale),
                tile.change());
    }
}
