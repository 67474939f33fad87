package dev.rapport.metrics.acquisition;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.FurtherFigures;
import dev.rapport.metrics.Lately;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.acquisition.AcquisitionBoard.Row;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Channel;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Cost;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Earned;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Spent;
import dev.rapport.metrics.formula.Acquisition;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Reads what winning customers costs and brings. */
@Service
public class AcquisitionService implements FurtherFigures {

    private record Question(Scope scope, FactVersion version) {}

    private record Counted(List<Channel> who, List<Earned> earned) {}

    /** Five figures, each with those beside it, are made of the same counts. */
    private final Lately<Question, Counted> known = new Lately<>();

    private final FactVersionQuery versions;
    private final AcquisitionQuery query;
    private final ChannelValues values;
    private final BusinessSettings business;

    AcquisitionService(
            FactVersionQuery versions, AcquisitionQuery query, ChannelValues values, BusinessSettings business) {
        this.versions = versions;
        this.query = query;
        this.values = values;
        this.business = business;
    }

    /** With values by the fit to what is known now; not to be called within a transaction, as it may have to be made first. */
    public AcquisitionBoard exact(Scope scope) {
        return board(scope, values.exact(scope));
    }

    /** With values by the last fit there is. */
    public AcquisitionBoard last(Scope scope) {
        return board(scope, values.last(scope));
    }

    /** One of the figures of all together, with values by the last fit there is. */
    @Override
    public Figure figure(Metric metric, Scope scope) {
        Row all = last(scope).all();
        return switch (metric) {
            case CONVERSION -> all.conversion();
            case CPL -> all.cpl();
            case CAC -> all.cac();
            case LTV_TO_CAC -> all.ltvToCac();
            case PAYBACK -> all.paybackMonths();
            default -> throw new IllegalArgumentException(metric.code());
        };
    }

    /** The share of leads who bought, against that of the period before by the end of it. */
    public Tile conversion(Scope scope, Figure now) {
        Scope before = new Scope(scope.period().before(), scope.period().dayBefore(), scope.group());
        List<Channel> who = query.channels(before.facts(), before.asOf(), before.group());
        Figure then = Acquisition.conversion(
                        who.stream().mapToLong(Channel::converted).sum(),
                        who.stream().mapToLong(Channel::leads).sum())
                .over(before.period());
        return Tile.of(Metric.CONVERSION, now, then);
    }

    public List<Cost> costs(Span span) {
        return query.costs(span);
    }

    /** Names that channels go by. */
    public List<String> channels() {
        return query.names();
    }

    private AcquisitionBoard board(Scope scope, ChannelValues.Values worth) {
        Span facts = scope.facts();
        Counted counted = known.of(
                new Question(scope, versions.now()),
                () -> new Counted(
                        query.channels(facts, scope.asOf(), scope.group()),
                        query.earned(Span.yearTo(scope.asOf()), scope.group())));
        List<Channel> who = counted.who();
        String only = scope.group().channel();
        List<Spent> spent = query.spent(facts).stream()
                .filter(one -> only == null || one.channel().equals(only))
                .toList();
        List<Earned> earned = counted.earned();
        boolean costsKnown = only != null || scope.group().equals(CustomerGroup.EVERYBODY);
        String currency = business.currency().getCurrencyCode();
        UnaryOperator<Figure> dated = figure -> {
            Figure of = figure.over(scope.period()).asOf(scope.asOf());
            return of.unit() == Unit.MONEY ? of.in(currency) : of;
        };
        BigDecimal margin = business.grossMargin().movePointLeft(2);
        AcquisitionFigures figures = new AcquisitionFigures(margin, costsKnown, dated);
        Map<String, String> names = new HashMap<>();
        spent.forEach(one -> names.put(one.channel(), one.name()));
        who.forEach(one -> names.put(one.channel(), one.name() == null ? "" : one.name()));
        List<Row> rows = new ArrayList<>();
        names.forEach((key, name) -> rows.add(figures.row(
                key.isEmpty() ? null : name,
                who.stream().filter(one -> one.channel().equals(key)).toList(),
                spent.stream().filter(one -> one.channel().equals(key)).toList(),
                earned.stream().filter(one -> one.channel().equals(key)).toList(),
                worth.of(key))));
        rows.sort(Comparator.comparing(
                        (Row row) -> row.newCustomers().value(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(row -> String.valueOf(row.channel())));
        return new AcquisitionBoard(figures.row(null, who, spent, earned, worth.all()), List.copyOf(rows));
    }
}
