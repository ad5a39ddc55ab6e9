/** Values that an earlier version kept in a field which is no longer declared: they are copied before the field goes. */
export interface MoveDeclaration {
  /** The field that goes, with its model: `x_support.ticket.x_link_secret`. */
  readonly from: string;
  /** The field that takes over, for whoever reads the plan. */
  readonly to: string;
  /**
   * Python that copies. `records` are those that hold a value, archived ones too, whatever the rights of whoever
   * applies. An apply that is cut short runs it again, so it must leave alone what it has copied before.
   */
  readonly code: string;
}

export const defineMove = (move: MoveDeclaration): MoveDeclaration => move;
