package dev.syncline.sandbox.partner;

/**
 * Why a partner system refuses a record, in its own words.
 *
 * @param field the field that is wrong
 */
record PartnerRefusal(String field, String reason) {}
