package dev.rapport.customer;

import dev.rapport.customer.CustomerPanel.Area;
import dev.rapport.platform.BusinessSettings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The model of the view {@code customer/show}, for whoever shows it: a module whose form on that page was refused puts the form
 * into the model first and merges this ({@code Model.mergeAttributes}), so that the page comes back with what was typed.
 */
@Component
@Transactional(readOnly = true)
public class CustomerPage {
    public static final String VIEW = "customer/show";

    private final CustomerRecords records;
    private final CustomerHistory history;
    private final ObjectProvider<CustomerPanel> panels;
    private final BusinessSettings business;

    CustomerPage(
            CustomerRecords records,
            CustomerHistory history,
            ObjectProvider<CustomerPanel> panels,
            BusinessSettings business) {
        this.records = records;
        this.history = history;
        this.panels = panels;
        this.business = business;
    }

    public Map<String, Object> attributes(long customerId) {
        CustomerDetails customer = records.get(customerId);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("customer", customer);
        page.put("glance", CustomerGlance.of(customer.summary(), business.today(), business.zone()));
        page.put("lifecycle", LifecycleStage.values());
        page.put("stages", history.stages(customerId));
        page.put("consents", history.currentConsents(customerId));
        List<CustomerPanel> inOrder = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
        page.put("mainPanels", templates(inOrder, Area.MAIN));
        page.put("sidePanels", templates(inOrder, Area.SIDE));
        inOrder.forEach(panel -> page.putAll(panel.model(customerId)));
        return page;
    }

    private static List<String> templates(List<CustomerPanel> panels, Area area) {
        return panels.stream()
                .filter(panel -> panel.area() == area)
                .map(CustomerPanel::template)
                .toList();
    }
}
