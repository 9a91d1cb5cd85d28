package dev.screentest.testbed.database;

/** What a server that we start does for durability. Foreign servers keep their own settings. */
public enum DurabilityProfile {
  /** Nothing waits for the disk, so that what a framework costs stands out. */
  MEMORY("off"),
  /** A commit is on disk before it is answered, as in production. */
  DURABLE("on");

  private final String setting;

  DurabilityProfile(String setting) {
    this.setting = setting;
  }

  String setting() {
    return setting;
  }
}
