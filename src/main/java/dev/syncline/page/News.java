package dev.syncline.page;

import java.util.List;

/**
 * What is new in a row for those who look at the document log, in words of its kind of record: {@code status, quantity}.
 *
 * @param isCancellation whether the record is called off by it
 */
public record News(List<String> changed, boolean isCancellation) {}
