package dev.syncline.document.ubl;

import com.helger.jaxb.GenericJAXBMarshaller;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.Unreadable;
import dev.syncline.document.xml.Xml;
import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventLocator;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Makes objects of a document and validates it against the schema of OASIS on the way. What the schema does not allow is
 * told, and the reading goes on.
 */
final class UblSchema {
    private static final int MOST_ERRORS = 20;
    private static final int LONGEST = 300;

    private UblSchema() {}

    /**
     * @param text what passed {@code XmlParser}
     * @param warnings is told what the schema does not allow, and where
     */
    static Object read(UblType type, String text, List<String> warnings) throws Unreadable {
        List<String> errors = new ArrayList<>();
        GenericJAXBMarshaller<?> marshaller = type.marshaller();
        marshaller.readExceptionCallbacks().removeAll();
        marshaller.setValidationEventHandler(event -> {
            // What JAXB itself reports is in the schema's errors, and it stops reporting after ten in a process's life
            if (String.valueOf(event.getMessage()).startsWith("cvc-")) {
                errors.add(message(event));
            }
            return true;
        });
        try {
            Object document = marshaller.read(Xml.reader(text));
            if (document == null) {
                throw new Unreadable(
                        null,
                        "The document is no " + type.root() + " of UBL 2.1"
                                + (errors.isEmpty() ? "" : ": " + errors.get(0)));
            }
            tell(errors, warnings);
            return document;
        } catch (XMLStreamException | RuntimeException e) {
            throw new Unreadable(
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
