/** The journal of a run: {@code journal.jsonl}, one JSON object a line, in the order of events. */
@NullMarked
package dev.screentest.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
