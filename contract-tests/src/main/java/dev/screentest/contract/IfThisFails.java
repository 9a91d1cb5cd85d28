package dev.screentest.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says at a test what its author would check first. An annotation instead of Javadoc, so that the
 * failure can print it for those who have the jar and not the source.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface IfThisFails {

  /** Returns the advice, which goes on after "If this fails, ". */
  String value();
}
