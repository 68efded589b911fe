package dev.syncline.console.frame;

/** A filter of a list that a click chooses. */
public record Chip(String label, String address, boolean isChosen) {}
