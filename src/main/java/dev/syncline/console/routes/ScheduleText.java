package dev.syncline.console.routes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schedule in words beside its cron. Crons that have no short words are shown as they are. */
final class ScheduleText {
    private static final Pattern EVERY_MINUTES = Pattern.compile("0 (\\d+|\\*)/(\\d+) \\* \\* \\* \\?");
    private static final Pattern EVERY_SECONDS = Pattern.compile("(\\d+|\\*)/(\\d+) \\* \\* \\* \\* \\?");
    private static final Pattern HOURLY = Pattern.compile("0 (\\d{1,2}) \\* \\* \\* \\?");
    private static final Pattern DAILY = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) \\* \\* \\?");

    private static final int SIXTY = 60;

    private ScheduleText() {}

    static String of(String cron) {
        String plain = cron.strip().replaceAll("\\s+", " ");
        Matcher minutes = EVERY_MINUTES.matcher(plain);
        Matcher seconds = EVERY_SECONDS.matcher(plain);
        Matcher hourly = HOURLY.matcher(plain);
        Matcher daily = DAILY.matcher(plain);
        String words = null;
        if (minutes.matches()) {
            words = every(minutes, "minute");
        } else if (seconds.matches()) {
            words = every(seconds, "second");
        } else if (hourly.matches()) {
            words = "every hour, " + hourly.group(1) + " minutes past";
        } else if (daily.matches()) {
            words = "every day at " + two(daily.group(2)) + ":" + two(daily.group(1));
        }
        return words == null ? plain : words + " (" + plain + ")";
    }

    /** Null where it is not as often in one hour, or minute, as in another: steps are counted anew in each. */
    private static String every(Matcher step, String unit) {
        int number = Integer.parseInt(step.group(2));
        int first = step.group(1).equals("*") ? 0 : Integer.parseInt(step.group(1));
        if (number == 0 || SIXTY % number != 0 || first >= number) {
            return null;
        }
        return number == 1 ? "every " + unit : "every " + number + " " + unit + "s";
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
