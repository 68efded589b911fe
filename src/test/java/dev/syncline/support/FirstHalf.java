package dev.syncline.support;

/**
 * Stands for the tests of partners that start the application: HTTP systems, suppliers, purchase orders, reconciliations.
 * {@link HalvesEngine} says which.
 */
final class FirstHalf {
    private FirstHalf() {}
}
