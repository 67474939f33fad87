package dev.rapport.exchange.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to read a file, as the API and the mapping page say it; what is missing or "auto" is detected. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
        @Nullable String delimiter,
        @Nullable Boolean header,
        @Nullable String encoding,
        @Nullable String dateFormat,
        @Nullable String decimal,
        @Nullable List<@Nullable String> columns,
        @Nullable Boolean createCustomers) {
    public static final String AUTO = "auto";
    public static final Mapping DETECT_ALL = new Mapping(null, null, null, null, null, null, null);

    static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals(AUTO) ? null : value;
    }
}
