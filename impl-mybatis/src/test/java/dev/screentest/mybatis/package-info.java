/** The suite on every variant, and what is special to MyBatis. */
@NullMarked
package dev.screentest.mybatis;

import org.jspecify.annotations.NullMarked;
