/**
 * Who sent a mail, by what stands in its From: the name beside the address, else what stands before the @. The whole
 * address is not for everybody who may read a ticket.
 */
export function senderName(from: string): string {
  const [, name = '', address = from] = /^\s*(.*?)\s*<([^<>]*)>\s*$/s.exec(from) ?? [];
  const plain = name
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')
    .trim();
  return withoutDomain(plain) || withoutDomain(address.trim()) || '?';
}

function withoutDomain(text: string): string {
  return /^\S+@\S+$/.test(text) ? text.slice(0, text.lastIndexOf('@')) : text;
}
