package dev.syncline.sandbox.document;

/**
 * One side of the exchange.
 *
 * @param id its id in the format: an interchange id, a GLN, a network id
 */
public record Party(String name, String id) {}
