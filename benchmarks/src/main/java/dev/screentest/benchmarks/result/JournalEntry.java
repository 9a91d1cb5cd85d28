package dev.screentest.benchmarks.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A line of a run's journal: something that happened, in the order in which it did. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunHeader.class, name = "run"),
  @JsonSubTypes.Type(value = Verified.class, name = "verified"),
  @JsonSubTypes.Type(value = LeftOut.class, name = "leftOut"),
  @JsonSubTypes.Type(value = Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = ForkStart.class, name = "forkStart"),
  @JsonSubTypes.Type(value = Slice.class, name = "slice"),
  @JsonSubTypes.Type(value = ForkEnd.class, name = "forkEnd"),
  @JsonSubTypes.Type(value = Delayed.class, name = "delayed"),
  @JsonSubTypes.Type(value = ForkFailure.class, name = "forkFailure"),
  @JsonSubTypes.Type(value = RunEnd.class, name = "runEnd")
})
public sealed interface JournalEntry
    permits RunHeader,
        Verified,
        LeftOut,
        Refused,
        ForkStart,
        Slice,
        ForkEnd,
        Delayed,
        ForkFailure,
        RunEnd {}
