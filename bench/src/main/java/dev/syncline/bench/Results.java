package dev.syncline.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records a second, by case, contender and round. */
final class Results {
    private final Map<Case, Map<String, List<Double>>> rates = new EnumMap<>(Case.class);

    void add(Case what, String contender, double rate) {
        rates.computeIfAbsent(what, c -> new LinkedHashMap<>())
                .computeIfAbsent(contender, c -> new ArrayList<>())
                .add(rate);
    }

    /** Each contender's median, and the median of its ratios to the limit in the same round. */
    void print(String limit) {
        System.out.printf("%n%-18s %-20s %12s %8s   %s%n", "case", "program", "records/s", "ratio", "ratio by round");
        rates.forEach((what, byContender) -> byContender.forEach((contender, rounds) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                ratios.add(rounds.get(i) / byContender.get(limit).get(i));
            }
            System.out.printf(
                    "%-18s %-20s %,12.0f %8.2f   %s%n",
                    what.title(),
                    contender,
                    median(rounds),
                    median(ratios),
                    String.join(" ", ratios.stream().map("%.2f"::formatted).toList()));
        }));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
