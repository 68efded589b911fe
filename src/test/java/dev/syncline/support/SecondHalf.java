package dev.syncline.support;

/** Stands for all other tests that start the application. {@link HalvesEngine} says which. */
final class SecondHalf {
    private SecondHalf() {}
}
