/**
 * Meters that see what an implementation really does, whatever it says about itself.
 *
 * <p>The wire meter sits in the driver's socket and reads the PostgreSQL frontend/backend protocol
 * as it passes (PostgreSQL manual, chapter "Frontend/Backend Protocol", version 3.0).
 */
@NullMarked
package dev.screentest.testbed.meter;

import org.jspecify.annotations.NullMarked;
