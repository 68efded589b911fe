package dev.syncline.document.ubl;

import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import dev.syncline.document.xml.XmlElement;
import java.util.Arrays;
import java.util.function.Supplier;

/** The types of documents that are read. UBL 2.0 has the namespaces of 2.1, and its documents are valid there. */
enum UblType {
    ORDER("Order", UBL21Marshaller::order),
    ORDER_RESPONSE("OrderResponse", UBL21Marshaller::orderResponse),
    ORDER_RESPONSE_SIMPLE("OrderResponseSimple", UBL21Marshaller::orderResponseSimple),
    ORDER_CHANGE("OrderChange", UBL21Marshaller::orderChange),
    ORDER_CANCELLATION("OrderCancellation", UBL21Marshaller::orderCancellation),
    DESPATCH_ADVICE("DespatchAdvice", UBL21Marshaller::despatchAdvice);

    static final String NAMESPACES = "urn:oasis:names:specification:ubl:schema:xsd:";

    private final String root;
    private final Supplier<GenericJAXBMarshaller<?>> marshaller;

    UblType(String root, Supplier<GenericJAXBMarshaller<?>> marshaller) {
        this.root = root;
        this.marshaller = marshaller;
    }

    /** Returns the type of a root element; null for other documents. */
    static UblType of(XmlElement element) {
        return Arrays.stream(values())
                .filter(type ->
                        type.root.equals(element.name()) && element.namespace().equals(NAMESPACES + type.root + "-2"))
                .findFirst()
                .orElse(null);
    }

    String root() {
        return root;
    }

    /** Returns the name of the line elements; null if the type has none. */
    String lines() {
        return switch (this) {
            case ORDER, ORDER_RESPONSE, ORDER_CHANGE -> "OrderLine";
            case DESPATCH_ADVICE -> "DespatchLine";
            case ORDER_RESPONSE_SIMPLE, ORDER_CANCELLATION -> null;
        };
    }

    /** Returns a new marshaller for each reading, as it holds the reading's state. */
    GenericJAXBMarshaller<?> marshaller() {
        return marshaller.get();
    }
}
