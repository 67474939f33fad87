package dev.rapport.account.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SettingsNavigation implements Navigation {
    private static final int ORDER = 90;

    @Override
    public List<NavItem> items() {
        return List.of(NavItem.of(ORDER, "settings", "account.nav.settings", "gear", "/settings")
                .atFoot()
                .forOwners());
    }
}
