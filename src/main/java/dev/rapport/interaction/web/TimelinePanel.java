package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerPanel;
import dev.rapport.interaction.TimelineFilter;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class TimelinePanel implements CustomerPanel {
    private final TimelinePages pages;

    TimelinePanel(TimelinePages pages) {
        this.pages = pages;
    }

    @Override
    public Area area() {
        return Area.MAIN;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "interaction/_timeline";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of("timeline", pages.read(customerId, TimelineFilter.ALL, null, null));
    }
}
