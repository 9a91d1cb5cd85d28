package dev.screentest.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A documented way to use a framework.
 *
 * @param name the name, such as {@code taught} or {@code tuned}
 * @param summary one line: what is used and how
 * @param missing the capabilities that this variant does not have, each with the reason
 */
public record Variant(String name, String summary, Map<Capability, String> missing) {

  /**
   * The name of the variant that a framework's getting-started guide shows; every provider's first.
   */
  public static final String TAUGHT = "taught";

  public Variant {
    missing = Map.copyOf(missing);
  }

  /** Returns whether this variant has a capability. */
  public boolean has(Capability capability) {
    return !missing.containsKey(capability);
  }

  /** Returns the capabilities of this variant. */
  public Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.allOf(Capability.class);
    all.removeAll(missing.keySet());
    return all;
  }
}
