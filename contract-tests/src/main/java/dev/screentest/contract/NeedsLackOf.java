package dev.screentest.contract;

import dev.screentest.domain.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a rule for variants that lack a capability: those that have it leave it out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface NeedsLackOf {

  /** Returns the capability. */
  Capability value();
}
