/**
 * A PostgreSQL server from Maven artifacts, without Docker and without installation.
 *
 * <p>Knows nothing of schemas, pools or data sets: it unpacks, starts, stops and cleans up.
 */
@NullMarked
package dev.screentest.testbed.embedded;

import org.jspecify.annotations.NullMarked;
