package dev.syncline.supplier.acknowledgement;

/** A read of a supplier's page, which may end by sending acknowledgements. */
public interface AcknowledgingRead {
    /** The property of the exchange that holds it. */
    String PROPERTY = "supplierRead";

    AcknowledgementBatch acknowledgements();
}
