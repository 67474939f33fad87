package dev.rapport.task.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TaskNavigation implements Navigation {
    @Override
    public List<NavItem> items() {
        return List.of(
                NavItem.of(25, "tasks", "task.nav", "check2-square", "/tasks").onBar(3));
    }
}
