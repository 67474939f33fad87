package dev.rapport.platform.web;

/**
 * A page of the settings that another module owns; each is a bean. The settings list them in their order, for the owner only.
 *
 * @param order after the account's own pages, which stand below 50
 * @param label message key
 */
public record SettingsSection(int order, String section, String label, String href) {}
