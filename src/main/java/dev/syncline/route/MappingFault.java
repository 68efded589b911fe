package dev.syncline.route;

import java.util.List;

/**
 * An error in the text of a mapping.
 *
 * @param line line in that text, from 1
 * @param word an unknown word; null if the error is another one
 * @param known the words that are allowed instead
 */
public record MappingFault(int line, String message, String cure, String word, List<String> known) {}
