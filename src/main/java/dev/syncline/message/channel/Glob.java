package dev.syncline.message.channel;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of names in which {@code *} stands for any characters. Without patterns, every name matches. */
public final class Glob {
    private final List<String> texts;
    private final List<Pattern> patterns;

    public Glob(List<String> patterns) {
        this.texts = List.copyOf(patterns);
        this.patterns = patterns.stream()
                .map(pattern -> Pattern.compile(
                        Arrays.stream(pattern.split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")),
                        Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Returns the patterns as they were written. */
    public List<String> texts() {
        return texts;
    }

    public boolean isForAll() {
        return patterns.isEmpty();
    }

    public boolean matches(String name) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
