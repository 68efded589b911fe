package dev.syncline.supplier.notification;

/** Thrown if a supplier sends more notifications than are accepted and remembered. Polls still read its orders. */
public class TooManyNotifications extends RuntimeException {
    private TooManyNotifications(String message) {
        super(message);
    }

    static TooManyNotifications ofADay(String system, int most) {
        return new TooManyNotifications("System " + system + " has sent " + most
                + " notifications within a day, and no more are taken until some of them are a day old. What is new is"
                + " asked for by the route's schedule; syncline.notifications.most-a-day takes more");
    }

    static TooManyNotifications named(String system, int most) {
        return new TooManyNotifications("System " + system + " has named " + most
                + " orders in notices within a day, and is asked for no more until some of them are a day old. What is new"
                + " is asked for by the route's schedule; syncline.notifications.most-orders-a-day takes more");
    }

    static TooManyNotifications wanted(String system, int most) {
        return new TooManyNotifications("More than " + most + " orders that system " + system
                + " named wait to be asked for. Run its route, or send the documents instead; then try again");
    }
}
