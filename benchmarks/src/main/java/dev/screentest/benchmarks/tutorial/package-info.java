/** The SQLAlchemy tutorial, played through the contract. */
@NullMarked
package dev.screentest.benchmarks.tutorial;

import org.jspecify.annotations.NullMarked;
