package dev.syncline.supplier.acknowledgement;

/** A read of a supplier's page, which may end by sending acknowledgements. It makes the calls of its exchange. */
public interface AcknowledgingRead {
    AcknowledgementBatch acknowledgements();
}
