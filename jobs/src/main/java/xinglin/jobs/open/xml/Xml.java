package xinglin.jobs.open.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Pulls through the XML of office files. Neither document types nor entities beyond the five of XML
 * are known here.
 */
public final class Xml implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  /** A cell holds 32,767 characters, a paragraph rarely more. */
  private static final int LONGEST_TEXT = 16 << 20;

  private final XMLStreamReader reader;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Cannot read external entity");
        });
    return factory;
  }

  public static Xml of(InputStream in) throws XMLStreamException {
    return new Xml(FACTORY.createXMLStreamReader(in));
  }

  /** Moves to the next start or end of an element; false at the end of the part. */
  public boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("Cannot accept a document type");
      }
    }
    return false;
  }

  /**
   * As {@link #next()}, and stops at text too; for elements whose text lies between other elements.
   */
  public boolean nextOrText() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE -> {
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("Cannot accept a document type");
        default -> {}
      }
    }
    return false;
  }

  public boolean isText() {
    return reader.isCharacters();
  }

  /** The text just stopped at, or a part of it. */
  public String characters() {
    return reader.getText();
  }

  public boolean isStart() {
    return reader.isStartElement();
  }

  /** Local name: strict and transitional files differ only in their namespaces. */
  public String name() {
    return reader.getLocalName();
  }

  public boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  public boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  public Optional<String> find(String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  public String text(String attribute) {
    return find(attribute).orElse("");
  }

  public boolean flag(String attribute) {
    String value = text(attribute);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  public int number(String attribute, int otherwise) throws XMLStreamException {
    String value = text(attribute);
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("Cannot read number " + attribute);
    }
  }

  /**
   * Text of the element just started, up to its end; elements inside are an error, and so is a text
   * longer than anybody writes.
   */
  public String content() throws XMLStreamException {
    String first = "";
    StringBuilder more = new StringBuilder(0);
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          String text = reader.getText();
          if (first.isEmpty()) {
            first = text;
          } else {
            more.append(more.length() == 0 ? first : "").append(text);
          }
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new XMLStreamException("Cannot accept anything but text here");
      }
      if (more.length() > LONGEST_TEXT) {
        throw new XMLStreamException("Cannot accept a text so long");
      }
    }
    return more.length() == 0 ? first : more.toString();
  }

  /** Skips the element just started. */
  public void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0 && next()) {
      depth += isStart() ? 1 : -1;
    }
  }

  /** The attributes of the element just started, for readers that look at each once. */
  public int attributes() {
    return reader.getAttributeCount();
  }

  public String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  /** Empty for attributes without a namespace. */
  public String attributeNamespace(int index) {
    String namespace = reader.getAttributeNamespace(index);
    return namespace == null ? "" : namespace;
  }

  public String attributeValue(int index) {
    return reader.getAttributeValue(index);
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
