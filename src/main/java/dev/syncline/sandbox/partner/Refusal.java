package dev.syncline.sandbox.partner;

/** Why a partner system does not take a record, in its own words; {@code field} is what is wrong with it. */
record Refusal(String field, String reason) {}
