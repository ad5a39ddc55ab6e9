export type TicketPriority = '0' | '1' | '2' | '3';

/** Zammad's names begin with a rank (`1 low` … `3 high`, further ones by choice); where not, the id is the rank. */
export function mapPriority(name: string, id: number | undefined): TicketPriority {
  const rank = /^\d+/.exec(name)?.[0];
  switch (rank === undefined ? id : Number(rank)) {
    case 1:
      return '0';
    case 2:
    case 0:
    case undefined:
      return '1';
    case 3:
      return '2';
    default:
      return '3';
  }
}
