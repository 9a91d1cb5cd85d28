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
 * @param differentBill the rules of CONTRACT.md, such as {@code INSERT-3}, that promise a cost
 *     which this variant does not keep, each with the reason; only a SHOULD can be among them
 */
public record Variant(
    String name,
    String summary,
    Map<Capability, String> missing,
    Map<String, String> differentBill) {

  /**
   * The name of the variant that a framework's getting-started guide shows; every provider's first.
   */
  public static final String TAUGHT = "taught";

  public Variant {
    missing = Map.copyOf(missing);
    differentBill = Map.copyOf(differentBill);
  }

  /** Creates a variant that costs what the contract promises. */
  public Variant(String name, String summary, Map<Capability, String> missing) {
    this(name, summary, missing, Map.of());
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
