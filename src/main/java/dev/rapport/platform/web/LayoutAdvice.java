package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page can use: {@code fmt}, {@code business}, {@code me}, and what the layout draws itself from. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {
    private final BusinessSettings business;
    private final MessageSource messages;
    private final ObjectProvider<Navigation> navigation;

    LayoutAdvice(BusinessSettings business, MessageSource messages, ObjectProvider<Navigation> navigation) {
        this.business = business;
        this.messages = messages;
        this.navigation = navigation;
    }

    @ModelAttribute("business")
    BusinessSettings business() {
        return business;
    }

    @ModelAttribute("fmt")
    Formats formats(Locale locale) {
        return new Formats(locale, business, messages);
    }

    @ModelAttribute
    void layout(Model model, HttpServletRequest request, @Nullable Authentication authentication) {
        SignedIn me =
                authentication != null && authentication.getPrincipal() instanceof SignedIn account ? account : null;
        List<NavItem> items = items(me);
        model.addAttribute("me", me);
        model.addAttribute("nav", items);
        model.addAttribute(
                "bar",
                items.stream()
                        .filter(item -> item.bar() > 0)
                        .sorted(Comparator.comparingInt(NavItem::bar))
                        .toList());
        model.addAttribute("theme", Preferences.theme(request));
        model.addAttribute("shortcuts", Preferences.shortcuts(request));
    }

    private List<NavItem> items(@Nullable SignedIn me) {
        if (me == null) {
            return List.of();
        }
        Stream<NavItem> all = navigation.stream().flatMap(each -> each.items().stream());
        return all.filter(item -> me.owner() || !item.ownersOnly())
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
    }
}
