package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.SentStatement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mapping files of Jakarta Persistence, and what of them belongs to statements that were sent: the
 * entities, whole, on whose tables a statement was, the sequences that were asked, and embeddables
 * where one of those entities has one.
 */
final class EntityMappings {

  private static final String ROOT = "entity-mappings";

  private static final Pattern TABLES =
      Pattern.compile("<(?:join-|collection-)?table\\s+name=\"(\\w+)\"|sequence-name=\"(\\w+)\"");

  private final List<XmlText> files;

  EntityMappings(Collection<XmlText> files) {
    this.files = files.stream().filter(file -> file.root().equals(ROOT)).toList();
  }

  /** Returns the text of the elements behind some statements. */
  Set<String> texts(List<SentStatement> sent) {
    Set<String> needed = new LinkedHashSet<>();
    for (XmlText file : files) {
      List<String> mapped =
          file.elements().stream().filter(element -> isAskedFor(element, sent)).toList();
      needed.addAll(mapped);
      if (mapped.stream().anyMatch(element -> element.contains("<embedded"))) {
        file.elements().stream()
            .filter(element -> XmlText.nameOf(element).equals("embeddable"))
            .forEach(needed::add);
      }
    }
    return needed;
  }

  private static boolean isAskedFor(String element, List<SentStatement> sent) {
    Matcher table = TABLES.matcher(element);
    while (table.find()) {
      String name = table.group(1) == null ? table.group(2) : table.group(1);
      Pattern word = Pattern.compile("\\b" + name + "\\b");
      if (sent.stream().anyMatch(statement -> word.matcher(statement.sql()).find())) {
        return true;
      }
    }
    return false;
  }
}
