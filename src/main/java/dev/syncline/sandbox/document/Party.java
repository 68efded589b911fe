package dev.syncline.sandbox.document;

/**
 * One side of the exchange.
 *
 * @param id its number in the world of its format: an interchange id, a GLN, a network id
 */
public record Party(String name, String id) {}
