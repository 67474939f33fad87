package dev.rapport.metrics.prepared;

import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.overtime.FigureSettings;
import dev.rapport.platform.BusinessSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Answers worked out of many facts. Each is good as long as facts, settings and day are those that it was worked out from. Of
 * a business with many facts they are worked out one at a time, beside the page that asks: it shows the one before with its
 * moment, or says that the first is being prepared. Not to be called within a transaction.
 */
@Service
public class Preparations {

    /** @param since the moment that the answer is of, where facts have changed since; null where it is of now */
    public record Answer<T>(T value, @Nullable Instant since) {}

    private record Question(String name, List<?> about, LocalDate today, String settings) {}

    private record Known(Object value, FactVersion version, Instant madeAt, Duration took) {}

    private static final Logger LOG = LoggerFactory.getLogger(Preparations.class);
    private static final int KEPT = 150;
    /** Longer than a page should take. */
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final Supplier<FactVersionQuery.Facts> facts;
    private final Supplier<String> settings;
    private final Supplier<LocalDate> today;
    private final Clock clock;
    private final PreparationThread thread;
    private volatile boolean many;
    private final ReentrantLock one = new ReentrantLock(true);
    private final Map<Question, FutureTask<Object>> running = new LinkedHashMap<>();
    private final Map<Question, RuntimeException> failed = new LinkedHashMap<>();
    private final Map<Question, Known> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Known> eldest) {
            return size() > KEPT;
        }
    };

    @Autowired
    Preparations(
            FactVersionQuery versions,
            FigureSettings settings,
            BusinessSettings business,
            Clock clock,
            PreparationThread thread) {
        this(versions::facts, settings::now, business::today, clock, thread);
    }

    Preparations(
            Supplier<FactVersionQuery.Facts> facts,
            Supplier<String> settings,
            Supplier<LocalDate> today,
            Clock clock,
            PreparationThread thread) {
        this.facts = facts;
        this.settings = settings;
        this.today = today;
        this.clock = clock;
        this.thread = thread;
    }

    /** Whether there was much to add up when somebody last asked. */
    public boolean many() {
        return many;
    }

    /** Looks whether there is much to add up. */
    boolean looked() {
        return now().many();
    }

    public <T> Optional<Answer<T>> soon(Ask<T> ask) {
        return within(PATIENCE, ask);
    }

    public <T> T exact(Ask<T> ask) {
        return exact(ask.name(), ask.about(), ask.work());
    }

    /** Of now where that takes moments, else the last; empty where there is none yet. */
    public <T> Optional<Answer<T>> soon(String name, List<?> about, Supplier<T> work) {
        return within(PATIENCE, new Ask<>(name, about, work));
    }

    /** The same without waiting a moment: for one part of many. */
    public <T> Optional<Answer<T>> atOnce(Ask<T> ask) {
        return within(Duration.ZERO, ask);
    }

    private <T> Optional<Answer<T>> within(Duration patience, Ask<T> ask) {
        FactVersionQuery.Facts now = now();
        Question question = new Question(ask.name(), ask.about(), today.get(), settings.get());
        Known last = last(question);
        if (last != null && last.version().equals(now.version())) {
            return Optional.of(new Answer<>(value(last), null));
        }
        if (!now.many()) {
            return Optional.of(new Answer<>(cast(worked(question, now.version(), ask.work(), false)), null));
        }
        FutureTask<Object> task = begun(question, now.version(), ask.work());
        if (last == null || last.took().compareTo(PATIENCE) < 0) {
            Object found = found(task, patience);
            if (found != null) {
                return Optional.of(new Answer<>(cast(found), null));
            }
        }
        return last == null ? Optional.empty() : Optional.of(new Answer<>(value(last), last.madeAt()));
    }

    /** Of now, however long that takes; whoever asks for the same meanwhile waits for it. */
    public <T> T exact(String name, List<?> about, Supplier<T> work) {
        FactVersionQuery.Facts now = now();
        Question question = new Question(name, about, today.get(), settings.get());
        Known last = last(question);
        return last != null && last.version().equals(now.version())
                ? value(last)
                : cast(worked(question, now.version(), work, now.many()));
    }

    private FactVersionQuery.Facts now() {
        FactVersionQuery.Facts now = facts.get();
        many = now.many();
        return now;
    }

    private @Nullable Known last(Question question) {
        synchronized (known) {
            return known.get(question);
        }
    }

    /** One for each question: what changes while it runs, the next one takes in. */
    private FutureTask<Object> begun(Question question, FactVersion version, Supplier<?> work) {
        synchronized (running) {
            RuntimeException before = failed.remove(question);
            if (before != null) {
                throw before;
            }
            FutureTask<Object> task = running.get(question);
            if (task != null) {
                return task;
            }
            var mine = new FutureTask<Object>(() -> beside(question, version, work));
            if (thread.takes(mine)) {
                running.put(question, mine);
            }
            return mine;
        }
    }

    private Object beside(Question question, FactVersion version, Supplier<?> work) {
        try {
            return worked(question, version, work, true);
        } catch (RuntimeException failure) {
            LOG.warn("Could not work out {}", question.name(), failure);
            synchronized (running) {
                failed.put(question, failure);
            }
            throw failure;
        } finally {
            synchronized (running) {
                running.remove(question);
            }
        }
    }

    /** What somebody else worked out meanwhile isn't worked out again. */
    private Object worked(Question question, FactVersion version, Supplier<?> work, boolean alone) {
        if (alone) {
            one.lock();
        }
        try {
            Known last = last(question);
            if (last != null && last.version().equals(version)) {
                return last.value();
            }
            Instant begin = clock.instant();
            long nanos = System.nanoTime();
            Object value = work.get();
            Duration took = Duration.ofNanos(System.nanoTime() - nanos);
            synchronized (known) {
                known.put(question, new Known(value, version, begin, took));
            }
            return value;
        } finally {
            if (alone) {
                one.unlock();
            }
        }
    }

    private static @Nullable Object found(FutureTask<Object> task, Duration patience) {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return null;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> T value(Known known) {
        return cast(known.value());
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
