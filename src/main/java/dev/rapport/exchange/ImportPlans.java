package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Inspection;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.Region;
import dev.rapport.exchange.source.UnreadableFile;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.springframework.stereotype.Component;

/** Plans how an uploaded file is read, by the business's zone and country where the file leaves something open. */
@Component
class ImportPlans {
    private final Uploads uploads;
    private final BusinessSettings business;

    ImportPlans(Uploads uploads, BusinessSettings business) {
        this.uploads = uploads;
        this.business = business;
    }

    /**
     * @throws Refused where the file can't be read so
     * @throws NotFound when it was kept too long ago
     */
    FilePlan plan(ImportKind kind, String storedAs, Mapping mapping) {
        try {
            return Inspection.plan(uploads.path(storedAs), kind, mapping, region());
        } catch (UnreadableFile e) {
            throw refused(e.reason());
        } catch (NoSuchFileException e) {
            throw new NotFound("upload", storedAs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused also where the mapping lacks something that the kind needs */
    FilePlan complete(ImportKind kind, String storedAs, Mapping mapping) {
        FilePlan plan = plan(kind, storedAs, mapping);
        plan.missing().stream().findFirst().ifPresent(missing -> {
            throw refused(missing);
        });
        return plan;
    }

    Region region() {
        return new Region(business.zone(), business.country());
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason.field(), reason.key(), reason.arguments().toArray());
    }
}
