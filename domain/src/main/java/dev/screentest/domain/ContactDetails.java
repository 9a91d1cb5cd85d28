package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** A phone number and an address of an actor. Not thread-safe; equality is identity. */
public class ContactDetails {

  private @Nullable Long id;
  private String phoneNumber = "";
  private String address = "";
  private @Nullable Actor actor;

  /** Creates new contact details, empty and without an actor. */
  public ContactDetails() {}

  /** Creates new contact details without an actor. */
  public ContactDetails(String phoneNumber, String address) {
    setPhoneNumber(phoneNumber);
    setAddress(address);
  }

  /**
   * Creates contact details as they are stored, without their actor. The values are not checked:
   * they come from a database, or are about to be checked by {@link UnitOfWork#merge(Actor)}.
   */
  public ContactDetails(long id, String phoneNumber, String address) {
    this.id = id;
    this.phoneNumber = phoneNumber;
    this.address = address;
  }

  /** Returns the id, or null as long as these contact details are new. */
  public @Nullable Long getId() {
    return id;
  }

  /** Sets the id; for implementations. */
  public void setId(@Nullable Long id) {
    this.id = id;
  }

  public String getPhoneNumber() {
    return phoneNumber;
  }

  public void setPhoneNumber(String phoneNumber) {
    this.phoneNumber = Values.text("ContactDetails.phoneNumber", phoneNumber);
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = Values.text("ContactDetails.address", address);
  }

  /**
   * Returns the actor, or null as long as there is none; contact details are saved with one only.
   */
  public @Nullable Actor getActor() {
    return actor;
  }

  /** Moves these contact details to an actor, or to none, on both sides where those are loaded. */
  public void setActor(@Nullable Actor actor) {
    Actor before = this.actor;
    if (before == actor) {
      return;
    }
    this.actor = actor;
    if (before != null) {
      Relations.removeIfLoaded(before.getContactDetails(), this);
    }
    if (actor != null) {
      Relations.addIfLoaded(actor.getContactDetails(), this);
    }
  }

  @Override
  public String toString() {
    return "ContactDetails[id="
        + id
        + ", phoneNumber="
        + phoneNumber
        + ", address="
        + address
        + "]";
  }
}
