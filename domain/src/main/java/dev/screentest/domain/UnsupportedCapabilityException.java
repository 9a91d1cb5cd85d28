package dev.screentest.domain;

/** The variant does not have the capability that was asked for. */
public final class UnsupportedCapabilityException extends StoreException {

  private static final long serialVersionUID = 1L;

  private final Capability capability;

  public UnsupportedCapabilityException(Capability capability, String reason) {
    super(capability + " is not supported: " + reason, null);
    this.capability = capability;
  }

  /** Returns the capability that is missing. */
  public Capability capability() {
    return capability;
  }
}
