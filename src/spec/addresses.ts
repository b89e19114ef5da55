/** Whether two entries of an access list are the same one to Atlas: a bare address is its own /32 or /128. */
export function sameAddress(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(address: string): string {
  const [host = '', prefix] = address.trim().toLowerCase().split('/');
  if (host.startsWith('sg-') || prefix?.startsWith('sg-')) return address.toLowerCase();
  return `${host}/${prefix ?? (host.includes(':') ? '128' : '32')}`;
}
