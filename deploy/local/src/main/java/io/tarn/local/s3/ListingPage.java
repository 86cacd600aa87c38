package io.tarn.local.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A page of a bucket's listing.
///
/// @param next where the next page begins; empty on the last
record ListingPage(List<S3Object> objects, String next) {
  ListingPage {
    objects = List.copyOf(objects);
  }

  static ListingPage read(byte[] xml) throws IOException {
    var root = parse(xml).getDocumentElement();
    var objects = new ArrayList<S3Object>();
    var contents = root.getElementsByTagName("Contents");
    for (var i = 0; i < contents.getLength(); i++) {
      var entry = (Element) contents.item(i);
      objects.add(new S3Object(text(entry, "Key"), Long.parseLong(text(entry, "Size"))));
    }
    var isMore = Boolean.parseBoolean(text(root, "IsTruncated"));
    return new ListingPage(objects, isMore ? text(root, "NextContinuationToken") : "");
  }

  /// The code of an error answer; empty where the body is none.
  static String errorCode(byte[] body) {
    try {
      return body.length == 0 ? "" : text(parse(body).getDocumentElement(), "Code");
    } catch (IOException _) {
      return "";
    }
  }

  private static Document parse(byte[] xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException failure) {
      throw new IOException("The S3 endpoint's answer is no XML: " + failure.getMessage(), failure);
    }
  }

  private static String text(Element parent, String name) {
    var found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
