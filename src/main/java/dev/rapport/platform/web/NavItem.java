package dev.rapport.platform.web;

/**
 * One entry of the navigation.
 *
 * @param order place in the sidebar: Today 10, Customers 20, Deals 30, Campaigns 40, Feedback 50, Loyalty 60, Numbers 70,
 *     Market 80, Imports 85, Settings 90
 * @param section what a page passes to the layout to be marked as the current one
 * @param label message key
 * @param icon name in bootstrap-icons, without the prefix
 * @param bar place in the phone's bottom bar, from 1; 0 keeps it under "More"
 * @param foot at the foot of the sidebar
 * @param ownersOnly hidden from helpers
 */
public record NavItem(
        int order, String section, String label, String icon, String href, int bar, boolean foot, boolean ownersOnly) {

    public static NavItem of(int order, String section, String label, String icon, String href) {
        return new NavItem(order, section, label, icon, href, 0, false, false);
    }

    public NavItem onBar(int place) {
        return new NavItem(order, section, label, icon, href, place, foot, ownersOnly);
    }

    public NavItem atFoot() {
        return new NavItem(order, section, label, icon, href, bar, true, ownersOnly);
    }

    public NavItem forOwners() {
        return new NavItem(order, section, label, icon, href, bar, foot, true);
    }
}
