/**
 * A longer way to the server: each round trip of a pool's connections takes longer by a chosen
 * time, which the thread that waits for the answer spends in the driver's own socket. Nothing is
 * counted or read along, so that time can be measured behind it.
 */
@NullMarked
package dev.screentest.testbed.delay;

import org.jspecify.annotations.NullMarked;
