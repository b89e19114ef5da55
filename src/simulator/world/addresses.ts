/** Writes an IPv4 address or block as a block whose address is the first of it; undefined if it is neither. */
export function canonicalBlock(text: string): string | undefined {
  const [address = '', prefix = '32', ...rest] = text.split('/');
  const number = addressNumber(address);
  if (number === undefined || rest.length > 0 || !/^(3[0-2]|[12]?\d)$/.test(prefix)) return undefined;
  const size = 2 ** (32 - Number(prefix));
  return `${addressText(Math.floor(number / size) * size)}/${prefix}`;
}

/** Tells whether a text is meant as an IPv6 address or block. */
export function looksLikeIpv6(text: string): boolean {
  return /^[0-9a-fA-F]*:[0-9a-fA-F:.]*(\/\d+)?$/.test(text);
}

/** The address of a block that holds only one. */
export function soleAddress(block: string): string | undefined {
  return block.endsWith('/32') ? block.slice(0, -3) : undefined;
}

function addressNumber(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function addressText(number: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(number / unit) % 256).join('.');
}
