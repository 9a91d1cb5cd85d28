/** What is the same for all sockets that we put under the driver. */
@NullMarked
package dev.screentest.testbed.socket;

import org.jspecify.annotations.NullMarked;
