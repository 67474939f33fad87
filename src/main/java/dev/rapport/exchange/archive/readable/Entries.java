package dev.rapport.exchange.archive.readable;

import java.io.IOException;
import java.io.OutputStream;

/** Where pages go. */
public interface Entries {
    /** Begins the entry of this name; what is written before {@link #end} is its content. */
    OutputStream begin(String name) throws IOException;

    void end() throws IOException;

    /** Told after each page, with the customers on it. */
    void written(int customers);
}
