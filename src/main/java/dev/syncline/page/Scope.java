package dev.syncline.page;

import java.util.List;

/**
 * Which records are looked at, and how closely.
 *
 * @param keys the only records wanted; null for all in the window
 */
public record Scope(Window window, Depth depth, List<String> keys) {
    /** Records of these keys, wherever they changed. */
    public static Scope of(Depth depth, List<String> keys) {
        return new Scope(Window.ALL, depth, keys);
    }
}
