/**
 * Faults, and drills with them: a proxy before a server that stalls, cuts and loses answers, and
 * writers whose units of work are looked for in the tables afterwards.
 *
 * <p>Begin with {@link dev.screentest.testbed.fault.FaultDrill}.
 */
@NullMarked
package dev.screentest.testbed.fault;

import org.jspecify.annotations.NullMarked;
