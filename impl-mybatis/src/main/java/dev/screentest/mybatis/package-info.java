/**
 * The contract through MyBatis: mapper interfaces, their statements and result maps in XML beside
 * them.
 *
 * <p>Start with {@link dev.screentest.mybatis.MyBatisMovieStoreProvider}; {@code README.md} says
 * what was chosen and why.
 */
@NullMarked
package dev.screentest.mybatis;

import org.jspecify.annotations.NullMarked;
