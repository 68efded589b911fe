package dev.syncline.record.search;

import dev.syncline.record.RecordStatus;

/** A record that a search found. */
public record RecordMatch(String route, String key, String title, RecordStatus status) {}
