package dev.rapport.exchange.export;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Writes each customer as a vCard 4.0, and says how many. */
final class CardsFile implements ResultSetExtractor<Long> {
    private final Writer out;

    CardsFile(Writer out) {
        this.out = out;
    }

    @Override
    public Long extractData(ResultSet rows) throws SQLException {
        // Closing it would close the answer.
        var cards = new VCardWriter(out, VCardVersion.V4_0);
        cards.setAddProdId(false);
        try {
            long written = 0;
            while (rows.next()) {
                VCard card = CustomerCard.of(rows);
                cards.write(card);
                written++;
            }
            cards.flush();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
