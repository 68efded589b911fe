package dev.syncline.document.xml;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Creates the parser for foreign XML: the JDK's own StAX parser, by name, so that no library on the classpath replaces
 * it. It loads no DTD, knows the five predefined entities alone, and opens nothing.
 */
public final class XmlReaderFactory {
    static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_NAME = 200;
    private static final XMLInputFactory FACTORY = factory();

    private XmlReaderFactory() {}

    /**
     * Returns a reader.
     *
     * @param text the characters of a document, by {@link XmlText}
     */
    public static XMLStreamReader reader(String text) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new StringReader(text));
    }

    // Readers are made without shared state as long as the factory is not told to reuse them
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MOST_ATTRIBUTES));
        factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(LONGEST_NAME));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside of the document is read");
        });
        return factory;
    }
}
