/**
 * The contract: the movie domain, and the store that every implementation offers for it.
 *
 * <p>Start with {@link dev.screentest.domain.MovieStore} and {@link
 * dev.screentest.domain.UnitOfWork}. Who brings an implementation implements {@link
 * dev.screentest.domain.MovieStoreProvider}, most easily with the help of {@link
 * dev.screentest.domain.spi}.
 */
@NullMarked
package dev.screentest.domain;

import org.jspecify.annotations.NullMarked;
