package dev.syncline.json;

/** Receives the elements of lists. */
public interface ElementReceiver {
    /**
     * @param list the name of the list's field
     * @return false to stop reading the answer
     */
    boolean take(String list, Element element);
}
