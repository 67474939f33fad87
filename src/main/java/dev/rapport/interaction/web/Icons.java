package dev.rapport.interaction.web;

/** The icon of each kind of timeline row, by its name in bootstrap-icons. */
final class Icons {
    private Icons() {}

    static String of(String kind) {
        return switch (kind) {
            case "CALL" -> "telephone";
            case "MAIL" -> "envelope";
            case "MEETING" -> "people";
            case "CHAT" -> "chat-dots";
            case "SOCIAL" -> "at";
            case "EVENT" -> "calendar-event";
            case "NOTE" -> "sticky";
            case "PURCHASE" -> "bag";
            case "REFUND" -> "arrow-counterclockwise";
            case "NPS", "CSAT", "CES" -> "chat-square-heart";
            default -> "dot";
        };
    }
}
