package dev.rapport.metrics.web;

import dev.rapport.metrics.Cohort;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Overview;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Writes figures for people: rounded, with their unit, in their language. */
final class Figures {

    private static final int MOST_MONTHS = 12;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal SURE = new BigDecimal("0.001");
    private static final Set<String> MONEY = words("""
            margin revenue marginOfYear revenueOfYear perCustomer firstPaymentNow firstPaymentNext
            purchaseValue acquisitionCost byChurn marginPerCustomer equity spend ltv cac
            monthlyRevenuePerCustomer clv
            """);
    private static final Set<String> FINE = words("""
            r alpha a b p q v rError alphaError aError bError pError qError vError leavingAlpha
            leavingBeta
            """);
    private static final Set<String> SHARES = Set.of("retention", "discount", "discountPerMonth", "grossMargin");

    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    Figures(Formats formats, MessageSource messages, Locale locale) {
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    public String text(Text text) {
        return messages.getMessage(text.key(), text.arguments().toArray(), locale);
    }

    public String value(Figure figure) {
        return value(figure.value(), figure.unit());
    }

    private String value(@Nullable BigDecimal value, Unit unit) {
        return switch (unit) {
            case PERCENT -> formats.percent(value);
            case POINTS -> formats.number(value, 0);
            case MONEY -> money(value);
            case COUNT -> formats.number(value);
            case RATIO, MONTHS, SCORE -> formats.number(value, 2);
        };
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null || amount.abs().compareTo(THOUSAND) < 0
                ? formats.money(amount)
                : formats.wholeMoney(amount);
    }

    /** In a sentence, where cents only get in the way. */
    public String about(@Nullable BigDecimal amount) {
        return amount == null || amount.abs().compareTo(BigDecimal.TEN) < 0
                ? formats.money(amount)
                : formats.wholeMoney(amount);
    }

    /** 25–41 or, around a mean, the two ends with their unit. */
    public String interval(Figure figure) {
        Interval interval = figure.interval();
        return interval == null
                ? ""
                : value(interval.low(), figure.unit()) + " – " + value(interval.high(), figure.unit());
    }

    /** By how much, without a sign: the arrow says it. */
    public String difference(Tile tile) {
        Change change = tile.change();
        if (change == null) {
            return "";
        }
        if (change.sign() == 0) {
            return messages.getMessage("metrics.change.unchanged", null, locale);
        }
        BigDecimal size = change.difference().abs();
        String text = tile.figure().unit() == Unit.PERCENT
                ? messages.getMessage("metrics.points", new Object[] {formats.number(size, 1)}, locale)
                : value(size, tile.figure().unit());
        return relative(tile, change) ? text + " (" + formats.signed(change.percent(), 0) + "%)" : text;
    }

    private static boolean relative(Tile tile, Change change) {
        return change.percent() != null
                && (tile.figure().unit() == Unit.MONEY || tile.figure().unit() == Unit.COUNT)
                && change.percent().abs().compareTo(THOUSAND) < 0;
    }

    public String direction(Change change) {
        return change.sign() > 0 ? "up" : change.sign() < 0 ? "down" : "same";
    }

    /** Whether the change is more than chance: known only where both figures have a standard error. */
    public String verdict(Tile tile) {
        Change change = tile.change();
        boolean saidAnyway = tile.figure().tooFewToTell();
        if (change == null || change.sign() == 0 || change.p() == null || saidAnyway) {
            return "";
        }
        String key = tile.tooFewToCompare()
                ? "metrics.change.few"
                : change.significant() ? "metrics.change.real" : "metrics.change.chance";
        String p = change.p().compareTo(SURE) < 0
                ? "< " + formats.number(SURE, 3)
                : formats.number(change.p(), 2).equals(formats.number(BigDecimal.ZERO, 2))
                        ? formats.number(change.p(), 3)
                        : formats.number(change.p(), 2);
        return messages.getMessage(key, new Object[] {p}, locale);
    }

    /** One line on what the figure rests on. */
    public String basis(Tile tile) {
        Figure figure = tile.figure();
        Object[] arguments =
                switch (tile.metric()) {
                    case RETENTION, CHURN -> new Object[] {interval(figure), kept(figure), figure.n()};
                    case CLV ->
                        new Object[] {
                            figure.inputs().get("years"),
                            input("discount", figure.inputs().get("discount")),
                            figure.n()
                        };
                    default -> new Object[] {interval(figure), figure.n()};
                };
        return messages.getMessage("metrics." + tile.metric().code() + ".basis", arguments, locale);
    }

    static long kept(Figure figure) {
        return (Long) figure.inputs().getOrDefault("end", 0L)
                - (Long) figure.inputs().getOrDefault("new", 0L);
    }

    /** An input as a person reads it; null for what isn't a number or a word, and for standard errors, which stand elsewhere. */
    public @Nullable String input(String name, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value instanceof String word ? word(name, word) : null;
        }
        if (name.endsWith("Error")) {
            return null;
        }
        if (FINE.contains(name)) {
            return formats.number(number, 4);
        }
        if (SHARES.contains(name)) {
            return formats.percent(new BigDecimal(number.toString()).movePointRight(2), 3);
        }
        return MONEY.contains(name) ? formats.money(new BigDecimal(number.toString())) : formats.number(number);
    }

    private String word(String name, String word) {
        return name.equals("fittedAt") ? formats.moment(Instant.parse(word)) : word;
    }

    /** Worse and surely so is the one change that asks for the founder; better and surely so is good news. */
    public String mood(Tile tile) {
        Change change = tile.change();
        boolean sure = change != null && change.significant() && !tile.tooFewToCompare();
        if (change == null || !sure) {
            return "";
        }
        boolean better = tile.metric().lowerIsBetter() ? change.sign() < 0 : change.sign() > 0;
        return better ? "good" : "bad";
    }

    /** The change for those who don't see the arrow. */
    public String spoken(Tile tile) {
        return tile.change() == null || tile.change().sign() == 0
                ? difference(tile)
                : messages.getMessage(
                        "metrics.change." + direction(tile.change()), new Object[] {difference(tile)}, locale);
    }

    public String churnRule(@Nullable Integer days) {
        return days == null
                ? messages.getMessage("metrics.churn.rhythm", null, locale)
                : messages.getMessage("metrics.churn.fixed", new Object[] {days}, locale);
    }

    public boolean anyRevenue(List<Dashboard.RevenueStep> steps) {
        return steps.stream()
                .anyMatch(step -> step.fresh().signum() != 0 || step.returning().signum() != 0);
    }

    public boolean anyKnown(List<Figure> figures) {
        return figures.stream().anyMatch(Figure::known);
    }

    /** How many months a table of cohorts shows: up to the last one that is over. */
    public int columns(List<Cohort> cohorts) {
        int columns = 1;
        for (Cohort cohort : cohorts) {
            for (int k = columns; k < Math.min(cohort.active().size(), MOST_MONTHS); k++) {
                columns = cohort.active().get(k) == null ? columns : k + 1;
            }
        }
        return columns;
    }

    /** Percent of a cohort that bought in its k-th month; null where that isn't over. */
    public @Nullable BigDecimal share(Cohort cohort, int k) {
        Long active = k < cohort.active().size() ? cohort.active().get(k) : null;
        return active == null
                ? null
                : BigDecimal.valueOf(100 * active).divide(BigDecimal.valueOf(cohort.size()), 4, RoundingMode.HALF_UP);
    }

    public String label(Overview.Group group, boolean stage) {
        if (group.name() == null) {
            return messages.getMessage("metrics.channel.none", null, locale);
        }
        return stage ? messages.getMessage("customer.stage." + group.name(), null, locale) : group.name();
    }
}
