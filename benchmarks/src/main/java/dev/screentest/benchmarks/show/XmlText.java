package dev.screentest.benchmarks.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML file as its authors wrote it, cut into the elements below its root. A parser would know
 * what they mean and no longer how many lines they have.
 *
 * @param root the name of the root
 * @param head the root's own tag, with its attributes
 * @param elements the text of each element below the root
 */
record XmlText(String root, String head, List<String> elements) {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<!--.*?-->|<!\\[CDATA\\[.*?\\]\\]>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", Pattern.DOTALL);

  XmlText {
    elements = List.copyOf(elements);
  }

  /** Cuts a file that is well-formed. */
  static XmlText of(String xml) {
    String head = "";
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = 0;
    Matcher markup = MARKUP.matcher(xml);
    while (markup.find()) {
      String tag = markup.group();
      if (tag.startsWith("<!") || tag.startsWith("<?")) {
        continue;
      }
      if (tag.startsWith("</")) {
        depth--;
      } else {
        if (depth == 0) {
          head = tag;
        } else if (depth == 1) {
          start = markup.start();
        }
        if (!tag.endsWith("/>")) {
          depth++;
          continue;
        }
      }
      if (depth == 1) {
        elements.add(xml.substring(start, markup.end()));
      }
    }
    return new XmlText(name(head), head, elements);
  }

  private static String name(String tag) {
    Matcher name = Pattern.compile("<([\\w:.-]+)").matcher(tag);
    return name.find() ? name.group(1) : "";
  }

  /** Returns the name of an element. */
  static String nameOf(String element) {
    return name(element);
  }

  /** Returns an attribute of the first tag of a text. */
  static Optional<String> attribute(String text, String name) {
    Matcher tag = MARKUP.matcher(text);
    if (!tag.find()) {
      return Optional.empty();
    }
    return values(tag.group(), name).stream().findFirst();
  }

  /** Returns the values of an attribute in all tags of a text. */
  static List<String> values(String text, String name) {
    Matcher attribute =
        Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(text);
    List<String> values = new ArrayList<>();
    while (attribute.find()) {
      values.add(attribute.group(1));
    }
    return values;
  }
}
