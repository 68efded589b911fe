package dev.syncline.document.ubl;

import com.helger.jaxb.GenericJAXBMarshaller;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.xml.XmlReaderFactory;
import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventLocator;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Makes objects of a document, and validates it against the schema of OASIS. Violations of the schema do not end the
 * reading.
 */
final class UblSchema {
    private static final int MOST_ERRORS = 20;
    private static final int LONGEST = 300;

    private UblSchema() {}

    /**
     * Returns the document as objects.
     *
     * @param text a document that passed {@code XmlParser}
     * @param warnings receives the violations of the schema, with their places
     */
    static Object read(UblType type, String text, List<String> warnings) throws UnreadableDocument {
        List<String> errors = new ArrayList<>();
        GenericJAXBMarshaller<?> marshaller = type.marshaller();
        marshaller.readExceptionCallbacks().removeAll();
        marshaller.setValidationEventHandler(event -> {
            // JAXB's own reports repeat the schema's, and JAXB stops reporting after ten in a process's life
            if (String.valueOf(event.getMessage()).startsWith("cvc-")) {
                errors.add(message(event));
            }
            return true;
        });
        try {
            Object document = marshaller.read(XmlReaderFactory.reader(text));
            if (document == null) {
                throw new UnreadableDocument(
                        null,
                        "The document is no " + type.root() + " of UBL 2.1"
                                + (errors.isEmpty() ? "" : ": " + errors.get(0)));
            }
            tell(errors, warnings);
            return document;
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableDocument(
                    null,
                    "The document is no " + type.root() + " of UBL 2.1: "
                            + e.getClass().getSimpleName());
        }
    }

    private static void tell(List<String> errors, List<String> warnings) {
        errors.stream().limit(MOST_ERRORS).forEach(warnings::add);
        if (errors.size() > MOST_ERRORS) {
            warnings.add("The schema does not allow " + (errors.size() - MOST_ERRORS) + " more things");
        }
    }

    private static String message(ValidationEvent event) {
        ValidationEventLocator at = event.getLocator();
        String place = at == null || at.getLineNumber() < 0
                ? ""
                : " (at line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        return "The schema does not allow: " + DocumentValues.shown(String.valueOf(event.getMessage()), LONGEST)
                + place;
    }
}
