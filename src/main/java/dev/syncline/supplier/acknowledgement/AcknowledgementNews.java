package dev.syncline.supplier.acknowledgement;

/** Who is told of acknowledgements that a supplier does not take. */
public interface AcknowledgementNews {
    /** Some are owed; the text says how many, why, and what to do. */
    void owed(String route, String text);

    /** The supplier takes them again, or none is owed. */
    void settled(String route);

    /** One was refused too often, and is not sent any more. */
    void givenUp(String route, String document, String text);
}
