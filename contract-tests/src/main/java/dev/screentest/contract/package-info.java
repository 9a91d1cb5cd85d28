/**
 * The one suite that every implementation passes.
 *
 * <p>Who brings an implementation extends {@link dev.screentest.contract.MovieStoreContract}, which
 * is all there is to see from outside. The rules are in {@code CONTRACT.md}, each with its number,
 * and in the classes named {@code …Rules}, each with a test of that number.
 */
@NullMarked
package dev.screentest.contract;

import org.jspecify.annotations.NullMarked;
