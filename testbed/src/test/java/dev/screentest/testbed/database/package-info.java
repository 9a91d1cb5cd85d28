/** Tests of databases, workspaces and pools, on a real server. */
@NullMarked
package dev.screentest.testbed.database;

import org.jspecify.annotations.NullMarked;
