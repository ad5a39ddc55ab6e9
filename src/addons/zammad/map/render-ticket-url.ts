/** Where people see a ticket in Zammad. */
export function renderTicketUrl(ticketId: number, zammadUrl: string): string {
  return `${new URL(`/#ticket/zoom/${ticketId}`, zammadUrl)}`;
}
