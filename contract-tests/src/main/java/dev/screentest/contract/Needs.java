package dev.screentest.contract;

import dev.screentest.domain.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a rule of capabilities: variants that lack one leave it out, with their reason. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Needs {

  /** Returns the capabilities. */
  Capability[] value();
}
