package dev.rapport.platform;

/** The door a change came through. */
public enum Via {
    PAGE,
    API,
    IMPORT,
    JOB
}
