package dev.rapport.exchange.web;

import org.jspecify.annotations.Nullable;

/** What is sent in: a kind, and a file or pasted text. */
record UploadForm(@Nullable String kind, @Nullable String text) {
    static UploadForm blank() {
        return new UploadForm("purchases", null);
    }
}
