package dev.rapport.platform.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the modules have to tell on the home page. */
@Component
public class HomeNotices {
    private final ObjectProvider<HomeNotice> notices;

    HomeNotices(ObjectProvider<HomeNotice> notices) {
        this.notices = notices;
    }

    /** Nothing for helpers: the owner's things are not theirs to mend. */
    public List<HomeNotice.Line> of(@Nullable Authentication reader) {
        return reader != null && reader.getPrincipal() instanceof SignedIn account && account.owner()
                ? notices.orderedStream()
                        .map(HomeNotice::line)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }
}
