package dev.syncline.document.ubl;

import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import dev.syncline.document.xml.XmlElement;
import java.util.Arrays;
import java.util.function.Supplier;

/** The documents that are read. Those of UBL 2.0 have the namespaces of 2.1, and are valid there. */
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

    /** Null where it is another document. */
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

    /** Name of the elements that are its lines; null where it has none. */
    String lines() {
        return switch (this) {
            case ORDER, ORDER_RESPONSE, ORDER_CHANGE -> "OrderLine";
            case DESPATCH_ADVICE -> "DespatchLine";
            case ORDER_RESPONSE_SIMPLE, ORDER_CANCELLATION -> null;
        };
    }

    /** A new one for each reading: it holds what becomes of the reading. */
    GenericJAXBMarshaller<?> marshaller() {
        return marshaller.get();
    }
}
