package dev.rapport.metrics.overtime;

import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of past days worked out last, each good as long as facts and settings are those that it was worked out from. */
@Component
class RememberedFigures {
    private static final int KEPT = 1000;

    private record Key(Metric metric, Scope scope, FactVersion version, String settings) {}

    private final Metrics metrics;
    private final FactVersionQuery versions;
    private final FigureSettings settings;
    private final Map<Key, Figure> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Figure> eldest) {
            return size() > KEPT;
        }
    };

    RememberedFigures(Metrics metrics, FactVersionQuery versions, FigureSettings settings) {
        this.metrics = metrics;
        this.versions = versions;
        this.settings = settings;
    }

    /** Looks at the facts once, for any number of figures. */
    Reading now() {
        return new Reading(versions.now(), settings.now());
    }

    /** The state of facts and settings that figures are worked out from. */
    final class Reading {
        private final FactVersion version;
        private final String by;

        private Reading(FactVersion version, String by) {
            this.version = version;
            this.by = by;
        }

        String settings() {
            return by;
        }

        String version() {
            return version.changes() + "." + version.transaction();
        }

        Figure figure(Metric metric, Scope scope) {
            Key key = new Key(metric, scope, version, by);
            @Nullable Figure remembered;
            synchronized (known) {
                remembered = known.get(key);
            }
            if (remembered != null) {
                return remembered;
            }
            Figure figure = metrics.figure(metric, scope);
            synchronized (known) {
                known.put(key, figure);
            }
            return figure;
        }
    }
}
