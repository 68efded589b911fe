package dev.syncline.sandbox;

/** Why a partner system does not take a record, in its own words; {@code field} is what is wrong with it. */
record Refusal(String field, String reason) {}
