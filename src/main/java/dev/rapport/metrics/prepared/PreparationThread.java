package dev.rapport.metrics.prepared;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Works beside the pages, on one thing at a time: the other processor and most of the memory are theirs. */
@Component
class PreparationThread {

    private static final int WAITING = 50;
    private static final int IDLE_SECONDS = 60;

    private final ThreadPoolExecutor one =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "numbers");
                thread.setDaemon(true);
                return thread;
            });

    PreparationThread() {
        one.allowCoreThreadTimeOut(true);
    }

    /** False where so much waits already that it is better asked for again. */
    boolean takes(Runnable work) {
        try {
            one.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
