/** Something that one addon hands to another by way of a {@link Slot}. Only the slot can open it. */
export interface Contribution {
  /** The slot's name, for messages. */
  readonly slot: string;
}

/**
 * A place where an addon takes what others bring: fields of a ticket, panels of a page, sources of an import. Whoever
 * defines the slot says what fits; whoever contributes lists it in their manifest, and neither edits the other's files.
 */
export interface Slot<T> {
  readonly name: string;
  with(value: T): Contribution;
  /** What was contributed to this slot, in the order of the addons. */
  of(contributions: readonly Contribution[]): readonly T[];
}

export function defineSlot<T extends object>(name: string): Slot<T> {
  const values = new WeakMap<Contribution, T>();
  return {
    name,
    with(value) {
      const contribution = { slot: name };
      values.set(contribution, value);
      return contribution;
    },
    of: (contributions) =>
      contributions.flatMap((contribution) => {
        const value = values.get(contribution);
        return value === undefined ? [] : [value];
      }),
  };
}
