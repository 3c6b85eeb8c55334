/** What a partner platform lets an affiliate's address carry, and where. */
export interface Network {
  /** As the Products tab names it. */
  title: string;
  /** Whether an affiliate address is this network's. */
  recognises: (destination: string) => boolean;
  /**
   * The address with the marker in the network's own place for sub-ids; undefined where the
   * network has none, so that sales can only be booked by hand.
   */
  mark?: (destination: string, marker: string) => string;
  /** What the Check column says of an address that fits. */
  promise: string;
  /** Where this was read, and when it was last checked. */
  source: string;
  checked: string;
}
