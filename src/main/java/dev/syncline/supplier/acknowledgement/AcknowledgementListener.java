package dev.syncline.supplier.acknowledgement;

/** Is notified of acknowledgements that a supplier does not accept. */
public interface AcknowledgementListener {
    /**
     * Acknowledgements are owed.
     *
     * @param text says how many, why, and what to do
     */
    void owed(String route, String text);

    /** The supplier accepts them again, or none is owed. */
    void settled(String route);

    /** An acknowledgement was refused too often, and is no longer sent. */
    void givenUp(String route, String document, String text);
}
