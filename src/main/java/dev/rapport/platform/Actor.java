package dev.rapport.platform;

import org.jspecify.annotations.Nullable;

/** Who is acting: an account, or nobody where a job runs on its own. */
public record Actor(@Nullable Long accountId, boolean owner, Via via) {
    public static final Actor JOB = new Actor(null, true, Via.JOB);
}
